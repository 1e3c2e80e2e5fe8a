package eu.solutionatlas.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;
import org.apache.jena.graph.Graph;

/** Questions to four hubs, live, beside what the slowest hub takes for its own part. */
final class LiveBenchmark {
    static final String FEDERATED = "/federation/sparql";
    static final String OWN = "/sparql/own";
    private static final int WARM_UP = 25;
    private static final int ROUNDS = 15;
    private static final double FACTOR = 1.5;
    private static final double MILLIS = 30;

    private final List<HubProcess> hubs;
    private final Graph union;
    private final Results results;
    private double worst;
    private double worstAtOnce;
    private double worstBound;
    private double mostRequests;
    private int exact;

    LiveBenchmark(List<HubProcess> hubs, Graph union, Results results) {
        this.hubs = hubs;
        this.union = union;
        this.results = results;
    }

    /** @param millis median of the federated form, and of the plain one */
    record Answered(FederatedQuestion question, List<String> expected, double millis, double plain) {}

    List<Answered> run() {
        results.table(
                "Live queries to four hubs of 2,000 solutions, median",
                "query",
                "rows",
                "blocks",
                "with SERVICE",
                "slowest hub",
                "slowest of all at once",
                "requests",
                "answer",
                "plain",
                "requests, plain",
                "answer, plain",
                "processor, asking hub",
                "processor, others",
                "both ÷ processors");
        List<Answered> answered =
                FederatedQuestion.all().stream().map(this::measure).toList();
        results.atMost("live scatter ÷ (1.5 × slowest hub + 30 ms), worst query", worst, "", 1);
        results.atMost("the same, all hubs asked at once by themselves", worstAtOnce, "", 1);
        results.atMost("work of a live query ÷ processors ÷ the same limit, worst query", worstBound, "", 1);
        results.atMost("requests ÷ (other hubs × blocks), most", mostRequests, "", 1);
        results.atLeast("live queries answered exactly, of " + answered.size(), exact, answered.size());
        return answered;
    }

    /** What a live query may take, when its slowest hub takes so many milliseconds. */
    static double limit(double slowest) {
        return FACTOR * slowest + MILLIS;
    }

    private Answered measure(FederatedQuestion question) {
        HubProcess asked = hubs.getFirst();
        List<String> expected = ComparedRows.of(union, question.plain());
        Map<String, DoubleSupplier> measures = new LinkedHashMap<>();
        measures.put(
                "scatter", () -> asked.query(FEDERATED, question.federated()).millis());
        measures.put("slowest", () -> slowest(question));
        measures.put("together", () -> together(question));
        measures.put("plain", () -> asked.query(FEDERATED, question.plain()).millis());
        Rounds.of(WARM_UP, measures);
        Rounds rounds = Rounds.of(ROUNDS, measures);
        double scatter = rounds.median("scatter");
        double slowest = rounds.median("slowest");
        double together = rounds.median("together");
        ProcessorTimes work = ProcessorTimes.of(hubs, () -> asked.query(FEDERATED, question.federated()));
        long before = requests();
        boolean right = ComparedRows.of(
                        asked.query(FEDERATED, question.federated()).body())
                .equals(expected);
        long between = requests();
        HubProcess.Reply plain = asked.query(FEDERATED, question.plain());
        long after = requests();
        boolean live = plain.federation()
                .filter(status -> status.contains("source=distributed"))
                .isPresent();
        String plainAnswer = ComparedRows.of(plain.body()).equals(expected) ? "exact" : "**not exact**";
        results.row(
                question.name(),
                Results.number(expected.size()).replaceAll("\\.0+$", ""),
                Integer.toString(question.blocks().size()),
                Results.number(scatter) + " ms",
                Results.number(slowest) + " ms",
                Results.number(together) + " ms",
                Long.toString(between - before),
                right ? "exact" : "**not exact**",
                live ? Results.number(rounds.median("plain")) + " ms" : "not live",
                live ? Long.toString(after - between) : "",
                live ? plainAnswer : "copies, and says so",
                Results.number(work.asking()) + " ms",
                Results.number(work.others()) + " ms",
                Results.number(work.bound()) + " ms");
        worst = Math.max(worst, scatter / limit(slowest));
        worstAtOnce = Math.max(worstAtOnce, scatter / limit(together));
        worstBound = Math.max(worstBound, work.bound() / limit(slowest));
        mostRequests = Math.max(
                mostRequests,
                (between - before)
                        / (double) ((hubs.size() - 1) * question.blocks().size()));
        exact += right ? 1 : 0;
        return new Answered(question, expected, scatter, live ? rounds.median("plain") : Double.NaN);
    }

    /** Requests that hubs have had from whomever; only one asks. */
    private long requests() {
        return hubs.stream().mapToLong(hub -> hub.requests(OWN)).sum();
    }

    /** Each hub by itself, one after another; the slowest answer to each block. */
    private double slowest(FederatedQuestion question) {
        double sum = 0;
        for (String block : question.blocks()) {
            sum += hubs.stream()
                    .mapToDouble(hub -> hub.query(OWN, block).millis())
                    .max()
                    .orElseThrow();
        }
        return sum;
    }

    /** All hubs at the same time, as scatter has to; the slowest answer to each block. */
    private double together(FederatedQuestion question) {
        double sum = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(hubs.size())) {
            for (String block : question.blocks()) {
                List<Future<Double>> asked = new ArrayList<>();
                hubs.forEach(hub ->
                        asked.add(threads.submit(() -> hub.query(OWN, block).millis())));
                double slowest = 0;
                for (Future<Double> one : asked) {
                    slowest = Math.max(slowest, one.get());
                }
                sum += slowest;
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
