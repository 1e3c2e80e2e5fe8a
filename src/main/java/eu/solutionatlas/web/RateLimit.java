package eu.solutionatlas.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Token buckets, one for each client: a burst is free, a lasting stream has a rate. Memory is bounded. */
public final class RateLimit {
    private static final int MAX_CLIENTS = 100_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final int perMinute;
    private final int burst;
    private final LongSupplier nanoTime;

    /** @param perMinute tokens that flow back in a minute; 0 for no limit at all */
    public RateLimit(int perMinute, int burst, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Takes a token for a client; when there is none, the seconds until there is one again. */
    public OptionalInt take(String client) {
        if (perMinute == 0) {
            return OptionalInt.empty();
        }
        double missing = buckets.get(client, unused -> new Bucket()).take();
        return missing > 0 ? OptionalInt.of((int) Math.ceil(missing * 60 / perMinute)) : OptionalInt.empty();
    }

    /** Takes tokens beyond the one that a request costs, when it turns out to be many in one: more than there are, too. */
    public void charge(String client, int tokens) {
        if (perMinute > 0) {
            buckets.get(client, unused -> new Bucket()).charge(tokens);
        }
    }

    private final class Bucket {
        private double tokens = burst;
        private long at = nanoTime.getAsLong();

        synchronized void charge(int more) {
            tokens -= more;
        }

        /** Takes a token; what is missing for one when there is none. */
        synchronized double take() {
            long now = nanoTime.getAsLong();
            tokens = Math.min(burst, tokens + (now - at) / NANOS_PER_MINUTE * perMinute);
            at = now;
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            return 1 - tokens;
        }
    }
}
