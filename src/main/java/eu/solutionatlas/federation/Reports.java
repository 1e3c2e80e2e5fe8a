package eu.solutionatlas.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** The reports of the last answers, for whoever got one to look up. */
final class Reports {
    static final Duration KEPT = Duration.ofHours(1);

    /** Answers of all reports kept together; a report of 150 hubs and two parts counts 300. */
    private static final int MAX_ANSWERS = 100_000;

    private static final int ID_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, AnswerReport> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MAX_ANSWERS)
            .weigher((String id, AnswerReport report) -> report.answers().size() + 1)
            .build();

    /** A name that nobody guesses: a report tells what somebody asked about. */
    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void keep(AnswerReport report) {
        kept.put(report.id(), report);
    }

    Optional<AnswerReport> find(String id) {
        return Optional.ofNullable(kept.getIfPresent(id));
    }
}
