package eu.solutionatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop: eight connections, each of which asks again as soon as it has its answer. */
final class ClosedLoop {
    static final int CONNECTIONS = 8;

    private ClosedLoop() {}

    /**
     * Asks for a while, each connection in an order of its own.
     *
     * @param status what every answer must have, else this throws
     * @return answers a second
     */
    static double run(int port, List<byte[]> requests, int status, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                SplittableRandom order = new SplittableRandom(i);
                counts.add(threads.submit(() -> loop(port, requests, status, end, order)));
            }
            long total = 0;
            for (Future<Long> count : counts) {
                total += count.get();
            }
            return total / ((System.nanoTime() - start) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long loop(int port, List<byte[]> requests, int status, long end, SplittableRandom order)
            throws IOException {
        long count = 0;
        try (KeptConnection connection = new KeptConnection(port)) {
            List<byte[]> own = shuffled(requests, order);
            while (System.nanoTime() < end) {
                KeptConnection.Answer answer = connection.ask(own.get((int) (count % own.size())));
                if (answer.status() != status) {
                    throw new IOException("status " + answer.status() + " instead of " + status);
                }
                count++;
            }
        }
        return count;
    }

    private static List<byte[]> shuffled(List<byte[]> requests, SplittableRandom order) {
        List<byte[]> shuffled = new ArrayList<>(requests);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            java.util.Collections.swap(shuffled, i, order.nextInt(i + 1));
        }
        return shuffled;
    }

    /** One request on a connection of its own. */
    static KeptConnection.Answer once(int port, byte[] request) {
        try (KeptConnection connection = new KeptConnection(port)) {
            return connection.ask(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of an answer, headers at least. */
    static byte[] raw(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            byte[] buffer = new byte[8192];
            int length = socket.getInputStream().read(buffer);
            return Arrays.copyOf(buffer, Math.max(0, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
