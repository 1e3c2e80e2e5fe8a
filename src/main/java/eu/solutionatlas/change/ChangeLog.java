package eu.solutionatlas.change;

import eu.solutionatlas.change.Activity.Kind;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Change;
import eu.solutionatlas.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;

/**
 * What every change did to this hub's own documents, worked out from the journal once and kept in a file that can be made
 * again. Follows the journal; of a catalogue that was begun anew it is made anew.
 */
public final class ChangeLog {
    private final Store store;
    private final Iris iris;
    private final LogFile file;

    /** Documents of no entry that there are, such as vocabularies: no statement in them tells when they begin. */
    private final Set<String> others = new HashSet<>();

    /** @param file made when need be */
    public ChangeLog(Store store, Iris iris, Path file) {
        this.store = store;
        this.iris = iris;
        this.file = new LogFile(file);
    }

    /** A page begins after the end of a change. */
    static final class NoSuchPlace extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchPlace() {
            super("there are not so many activities in that change", null, false, false);
        }
    }

    /** Reads what the journal has that the log has not. */
    public void catchUp() {
        follow(store.version());
    }

    private synchronized void follow(DataVersion until) {
        try {
            if (!file.isWhole()) {
                others.clear();
                file.open(this::note);
            }
            DataVersion known = file.known();
            boolean ours = known.number() > 0
                    && store.version(known.number()).filter(known::equals).isPresent();
            long before = Math.max(0, store.firstChange() - 1);
            if (!ours || known.number() < before) {
                others.clear();
                file.clear(before == 0 ? DataVersion.NONE : new DataVersion(before, Instant.EPOCH));
            }
            for (long number = file.known().number() + 1; number <= until.number(); number++) {
                Touched touched = new Touched(iris, others::contains);
                Change change = store.change(number, touched);
                List<Activity> activities = touched.activities(change.version(), this::exists);
                file.append(change.version(), activities);
                activities.forEach(activity -> note(activity.kind(), activity.document()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log of changes cannot be kept: " + e.getMessage(), e);
        }
    }

    private void note(Kind kind, String document) {
        if (!Touched.isEntry(iris, document)) {
            if (kind == Kind.DELETE) {
                others.remove(document);
            } else {
                others.add(document);
            }
        }
    }

    private boolean exists(String document) {
        return store.read(snapshot -> snapshot.contains(NodeFactory.createURI(document)));
    }

    /**
     * A page of activities, those of each change in the order of the documents. Not to be called inside a read of the store.
     *
     * @param now the newest version to be read
     * @param from where it begins
     * @param size how many there are to be
     */
    synchronized Page page(DataVersion now, Page.Place from, int size) {
        follow(now);
        List<Activity> found = new ArrayList<>();
        DataVersion until = from.after();
        int skip = from.skip();
        try {
            for (LogFile.Block block : file.after(from.after().number())) {
                if (block.version().number() > now.number()) {
                    break;
                }
                if (skip > 0 && skip >= block.count()) {
                    throw new NoSuchPlace();
                }
                if (found.size() == size) {
                    return new Page(found, until, Optional.of(new Page.Place(until, 0)));
                }
                List<Activity> there = file.read(block, skip, size - found.size());
                found.addAll(there);
                if (skip + there.size() < block.count()) {
                    return new Page(found, until, Optional.of(new Page.Place(until, skip + there.size())));
                }
                skip = 0;
                until = block.version();
            }
            if (skip > 0) {
                throw new NoSuchPlace();
            }
            return new Page(found, now, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the log of changes cannot be read: " + e.getMessage(), e);
        }
    }

    /** The newest activities, the newest first, each document once. */
    synchronized List<Activity> newest(DataVersion now, int size) {
        follow(now);
        try {
            List<Activity> found = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            List<LogFile.Block> blocks = file.after(0);
            for (int i = blocks.size() - 1; i >= 0 && found.size() < size; i--) {
                for (Activity activity : file.read(blocks.get(i), 0, size)) {
                    if (found.size() < size && seen.add(activity.document())) {
                        found.add(activity);
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the log of changes cannot be read: " + e.getMessage(), e);
        }
    }

    /** The number of the version that the oldest change that is known was made to. */
    synchronized long oldest() {
        return Math.max(0, store.firstChange() - 1);
    }
}
