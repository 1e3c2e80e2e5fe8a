package eu.solutionatlas.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers took, one after another on one connection. */
final class Times {
    private final List<Double> millis = new ArrayList<>();

    /** Asks; the status of the answer. */
    int time(KeptConnection connection, byte[] request) throws IOException {
        long start = System.nanoTime();
        KeptConnection.Answer answer = connection.ask(request);
        millis.add((System.nanoTime() - start) / 1e6);
        return answer.status();
    }

    /** Milliseconds within which this part of the answers came: 0.5 for the median, 1 for all. */
    double part(double part) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }
}
