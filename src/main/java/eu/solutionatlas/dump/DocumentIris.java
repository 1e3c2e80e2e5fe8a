package eu.solutionatlas.dump;

import eu.solutionatlas.store.Snapshot;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.lib.Sink;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The documents of a snapshot in the order of their IRIs, step by step of their paths, so that what lies under one path
 * stands together. However many there are, only so many are in memory.
 */
final class DocumentIris implements AutoCloseable {
    private static final int IN_MEMORY = 50_000;

    /** A slash before any other sign: else {@code hub/a-b/x} would stand between {@code hub/a} and {@code hub/a/x}. */
    static final Comparator<String> ORDER = Comparator.comparing(iri -> iri.replace('/', '\u0000'));

    private final SortedDataBag<String> bag =
            BagFactory.newSortedBag(new ThresholdPolicyCount<>(IN_MEMORY), new Texts(), ORDER);

    DocumentIris(Snapshot snapshot) {
        try (var all = snapshot.documents()) {
            all.map(Node::getURI).forEach(bag::add);
        }
    }

    /** All of them, once more each time it is asked for. */
    Iterator<Node> inOrder() {
        Iterator<String> sorted = bag.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public Node next() {
                return NodeFactory.createURI(sorted.next());
            }
        };
    }

    @Override
    public void close() {
        bag.close();
    }

    /** Texts in a temporary file: the number of bytes, then the bytes. */
    private static final class Texts implements SerializationFactory<String> {
        @Override
        public Sink<String> createSerializer(OutputStream out) {
            DataOutputStream data = new DataOutputStream(out);
            return new Sink<>() {
                @Override
                public void send(String text) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    io(() -> {
                        data.writeInt(bytes.length);
                        data.write(bytes);
                    });
                }

                @Override
                public void flush() {
                    io(data::flush);
                }

                @Override
                public void close() {
                    io(data::close);
                }
            };
        }

        @Override
        public Iterator<String> createDeserializer(InputStream in) {
            DataInputStream data = new DataInputStream(in);
            return new Iterator<>() {
                private Optional<String> next = read(data);

                @Override
                public boolean hasNext() {
                    return next.isPresent();
                }

                @Override
                public String next() {
                    String text = next.orElseThrow(NoSuchElementException::new);
                    next = read(data);
                    return text;
                }
            };
        }

        private static Optional<String> read(DataInputStream data) {
            try {
                byte[] bytes = new byte[data.readInt()];
                data.readFully(bytes);
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            } catch (EOFException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private interface Action {
            void run() throws IOException;
        }

        private static void io(Action action) {
            try {
                action.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
