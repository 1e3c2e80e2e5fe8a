package eu.solutionatlas.bench;

import java.util.List;

/**
 * The work of one query in all processes together. On a machine of so many processors no program can answer sooner than
 * in that work divided by them, whatever it waits for.
 *
 * @param asking milliseconds of processor time of the hub that asks
 * @param others of all others together
 */
record ProcessorTimes(double asking, double others) {
    /** Enough of them for a clock that counts in 10 ms. */
    private static final int TIMES = 40;

    static ProcessorTimes of(List<HubProcess> hubs, Runnable query) {
        double asking = hubs.getFirst().processorSeconds();
        double all = all(hubs);
        for (int i = 0; i < TIMES; i++) {
            query.run();
        }
        asking = hubs.getFirst().processorSeconds() - asking;
        all = all(hubs) - all;
        return new ProcessorTimes(asking * 1000 / TIMES, (all - asking) * 1000 / TIMES);
    }

    private static double all(List<HubProcess> hubs) {
        return hubs.stream().mapToDouble(HubProcess::processorSeconds).sum();
    }

    /** The least time, when all processors work all the while. */
    double bound() {
        return (asking + others) / Runtime.getRuntime().availableProcessors();
    }
}
