package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at random moments, again and again on one data directory, and looks at what is left. */
class StoreCrashIT {
    private static final int KILLS = 14;
    private static final long SEED = 20261124;
    private static final Pattern GENERATION = Pattern.compile("generation (\\d+), statement \\d+");

    @TempDir
    Path directory;

    @Test
    void kill_duringSingleWrites_losesNothingAcknowledged() throws Exception {
        killAndLook(1, 400);
    }

    @Test
    void kill_duringLoads_losesNothingAcknowledgedAndShowsNoHalf() throws Exception {
        killAndLook(2_000, 1_500);
    }

    /**
     * @param documents written by each commit
     * @param longest milliseconds to a kill, counted from the writer's start and from its first commit in turn, so that
     *     a slow machine sees both
     */
    private void killAndLook(int documents, int longest) throws Exception {
        Random random = new Random(SEED);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            boolean afterCommit = kill % 2 == 1;
            acknowledged = Math.max(
                    acknowledged, runAndKill(acknowledged + 1, documents, random.nextInt(longest), afterCommit));
            acknowledged = look(documents, acknowledged);
        }
        assertThat(acknowledged).isPositive();
    }

    /** Returns the last generation that the writer said it had committed; 0 when it did not get that far. */
    private int runAndKill(int firstGeneration, int documents, int milliseconds, boolean afterCommit)
            throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        directory.toString(),
                        Integer.toString(firstGeneration),
                        Integer.toString(documents))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        AtomicInteger last = new AtomicInteger();
        CountDownLatch committed = new CountDownLatch(1);
        try (BufferedReader lines = writer.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("ready");
            Thread reader = Thread.ofPlatform()
                    .start(() -> lines.lines().forEach(line -> {
                        last.set(Integer.parseInt(line));
                        committed.countDown();
                    }));
            if (afterCommit) {
                assertThat(committed.await(60, TimeUnit.SECONDS)).isTrue();
            }
            writer.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            // Not Process.destroyForcibly, which closes the stream before all is read that the writer said.
            writer.toHandle().destroyForcibly();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
            reader.join(30_000);
        }
        return last.get();
    }

    /** Opens what was left, checks it, and returns the generation that it holds. */
    private int look(int documents, int acknowledged) {
        try (Store store = TdbStore.open(directory, Clock.systemUTC(), new StoreSettings(0, Duration.ZERO, 0))) {
            Set<Integer> generations = new HashSet<>();
            int seen = store.read(snapshot -> {
                int count = 0;
                for (int number = 0; number < documents; number++) {
                    Set<Triple> triples = snapshot.graph(CrashingWriter.document(number))
                            .find()
                            .toSet();
                    if (!triples.isEmpty()) {
                        assertThat(triples).hasSize(CrashingWriter.TRIPLES);
                        triples.forEach(triple -> generations.add(generation(triple)));
                        count++;
                    }
                }
                return count;
            });
            assertThat(generations).as("generations visible at once").hasSizeLessThanOrEqualTo(1);
            assertThat(seen).isIn(0, documents);
            int generation = generations.stream().findFirst().orElse(0);
            assertThat(generation).isGreaterThanOrEqualTo(acknowledged);
            assertThat(store.version().number()).isEqualTo(generation);
            assertThat(store.journalVersion()).isEqualTo(generation);
            assertJournalTellsTheSame(store);
            return generation;
        }
    }

    private static int generation(Triple triple) {
        Matcher matcher = GENERATION.matcher(triple.getObject().getLiteralLexicalForm());
        assertThat(matcher.matches()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** Does the newest journal entry again on nothing but its own deletions, and compares with the store. */
    private void assertJournalTellsTheSame(Store store) {
        long last = store.journalVersion();
        if (last == 0) {
            return;
        }
        Set<Triple> added = new HashSet<>();
        Change change = PatchReader.read(new FileJournal(directory.resolve("journal")).open(last), new PatchTarget() {
            @Override
            public void add(Node document, Node subject, Node predicate, Node object) {
                added.add(Triple.create(subject, predicate, object));
            }

            @Override
            public void delete(Node document, Node subject, Node predicate, Node object) {
                // every statement of a generation is new, so what stands is what was added
            }
        });
        Set<Triple> stored = new HashSet<>();
        store.read(snapshot -> {
            change.documents()
                    .forEach(document ->
                            stored.addAll(snapshot.graph(document).find().toSet()));
            return stored;
        });
        assertThat(stored).isEqualTo(added);
    }
}
