package eu.solutionatlas.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * What the asking hub adds by itself: the same questions, to others that answer what they have answered before, after the
 * time that they took alone, and need no processor for it.
 */
final class RemoteBenchmark {
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 15;

    private RemoteBenchmark() {}

    /** @param hubs that run, the first of which asks; the others are stopped and started elsewhere */
    static void run(FourHubs four, List<HubProcess> hubs, List<LiveBenchmark.Answered> questions, Results results)
            throws IOException {
        results.table(
                "The same with hubs as if on machines of their own: recorded answers, given after the time that each hub took"
                        + " alone",
                "query",
                "with SERVICE",
                "slowest hub",
                "÷ (1.5 × slowest + 30 ms)",
                "answer");
        List<StandInHub> others = new ArrayList<>();
        double worst = 0;
        try {
            for (int i = 1; i < hubs.size(); i++) {
                hubs.get(i).close();
                hubs.set(i, four.startElsewhere(i));
                others.add(new StandInHub(four.port(i), hubs.get(i)));
            }
            for (LiveBenchmark.Answered question : questions) {
                worst = Math.max(worst, measure(question, hubs.getFirst(), others, results));
            }
        } finally {
            others.forEach(StandInHub::close);
        }
        results.atMost("live scatter ÷ the same limit, hubs as if on machines of their own, worst query", worst, "", 1);
    }

    private static double measure(
            LiveBenchmark.Answered answered, HubProcess asking, List<StandInHub> others, Results results)
            throws IOException {
        FederatedQuestion question = answered.question();
        others.forEach(StandInHub::relay);
        for (int i = 0; i < WARM_UP; i++) {
            asking.query(LiveBenchmark.FEDERATED, question.federated());
        }
        double slowest = own(question, asking);
        for (StandInHub hub : others) {
            slowest = Math.max(slowest, hub.learn());
        }
        Map<String, DoubleSupplier> asked = Map.of(
                "live",
                () -> asking.query(LiveBenchmark.FEDERATED, question.federated())
                        .millis());
        Rounds.of(WARM_UP, asked);
        double live = Rounds.of(ROUNDS, asked).median("live");
        double part = live / LiveBenchmark.limit(slowest);
        boolean exact = ComparedRows.of(asking.query(LiveBenchmark.FEDERATED, question.federated())
                        .body())
                .equals(answered.expected());
        results.row(
                question.name(),
                Results.number(live) + " ms",
                Results.number(slowest) + " ms",
                Results.number(part),
                exact ? "exact" : "**not exact**");
        return part;
    }

    private static double own(FederatedQuestion question, HubProcess asking) {
        double sum = 0;
        for (String block : question.blocks()) {
            sum += Rounds.of(
                            ROUNDS,
                            Map.of(
                                    "own",
                                    () -> asking.query(LiveBenchmark.OWN, block).millis()))
                    .median("own");
        }
        return sum;
    }
}
