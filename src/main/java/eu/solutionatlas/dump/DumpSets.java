package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sets of dumps that are to be had, newest first. The directory is read when it may have changed, hardly ever for a
 * request, so a set is there for everybody from one moment to the next.
 */
public final class DumpSets {
    private static final Logger LOG = LoggerFactory.getLogger(DumpSets.class);
    private static final Comparator<DumpSet> NEWEST_FIRST =
            Comparator.comparing(DumpSet::written).thenComparing(DumpSet::id).reversed();

    private final Path directory;
    private final Predicate<DataVersion> ours;
    private final Soundness soundness = new Soundness();
    private volatile List<DumpSet> sets = List.of();
    private volatile Optional<DumpSet> latest = Optional.empty();
    /** Sets that are there and have no manifest that can be used, with the reason. */
    private final Map<DumpId, String> unusable = new ConcurrentHashMap<>();

    /** @param directory that has a directory for each set; need not be there */
    public DumpSets(Path directory) {
        this(directory, version -> true);
    }

    /**
     * @param ours whether a data version is one of the catalogue as it is. Sets from before it was begun anew can be had by
     *     their names, and are never the newest
     */
    public DumpSets(Path directory, Predicate<DataVersion> ours) {
        this.directory = directory;
        this.ours = ours;
        refresh();
    }

    /** All that there are, newest first. */
    public List<DumpSet> all() {
        return sets;
    }

    /** The newest; empty before the first is ready. */
    public Optional<DumpSet> latest() {
        return latest;
    }

    /** The set of a name; empty when there is none. One that is there and not known was brought back, and is read. */
    public Optional<DumpSet> find(DumpId id) {
        Optional<DumpSet> known = known(id);
        if (known.isEmpty() && !isUnusable(id) && Files.isDirectory(directory.resolve(id.toString()))) {
            refresh();
            return known(id);
        }
        return known;
    }

    private Optional<DumpSet> known(DumpId id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /**
     * Makes sure of a file before anybody relies on it.
     *
     * @throws DamagedFileException when it is not there or not what the manifest says
     */
    public void requireSound(DumpSet set, DumpFile file) throws DamagedFileException {
        soundness.require(set, file);
    }

    /** What is damaged, as {@code SET/FILE}: manifests, and files that were so when they were last asked for and still are. */
    Set<String> damaged() {
        Set<String> damaged = new TreeSet<>(soundness.damaged());
        unusable.keySet().forEach(set -> damaged.add(set + "/" + Manifest.FILE_NAME));
        return damaged;
    }

    /** Whether there is a set of this name whose manifest cannot be used. */
    boolean isUnusable(DumpId id) {
        return unusable.containsKey(id);
    }

    /** Whether the directory of a set is still there; if not, the set is forgotten. */
    boolean isThere(DumpSet set) {
        if (Files.isDirectory(set.directory())) {
            return true;
        }
        refresh();
        return false;
    }

    /** Reads anew what there is. What is not a whole set is left alone and left out. */
    synchronized void refresh() {
        if (!Files.isDirectory(directory)) {
            unusable.clear();
            sets = List.of();
            latest = Optional.empty();
            return;
        }
        try (Stream<Path> below = Files.list(directory)) {
            unusable.keySet().removeIf(id -> !Files.isDirectory(directory.resolve(id.toString())));
            List<DumpSet> there = below.flatMap(path -> read(path).stream())
                    .sorted(NEWEST_FIRST)
                    .toList();
            if (!there.equals(sets)) { // what follows from a list stays with the list
                sets = there;
            }
            latest = sets.stream().filter(set -> ours.test(set.version())).findFirst();
            sets.forEach(soundness::glance);
            soundness.keep(sets.stream().map(DumpSet::id).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("the dumps cannot be listed: " + e.getMessage(), e);
        }
    }

    private Optional<DumpSet> read(Path path) {
        Optional<DumpId> id = DumpId.parse(String.valueOf(path.getFileName()));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(path.resolve(Manifest.FILE_NAME))) {
                throw new IOException("there is no file of that name");
            }
            byte[] manifest = Files.readAllBytes(path.resolve(Manifest.FILE_NAME));
            DumpSet set = Manifest.read(manifest).set(path, manifest);
            if (!set.id().equals(id.get())) {
                throw new IOException("it describes " + set.id());
            }
            unusable.remove(id.get());
            return Optional.of(set);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(unusable.put(id.get(), reason))) {
                LOG.warn("The dumps in {} are left out, since their manifest cannot be used: {}", path, reason);
            }
            return Optional.empty();
        }
    }

    /** Removes sets for good. A download that is under way keeps the file that it has opened. */
    void remove(List<DumpSet> old) {
        for (DumpSet set : old) {
            try {
                // Out of sight under its name first, so that never a part of a set is there.
                Path aside = directory.resolve(SetDirectory.UNFINISHED + set.id());
                Files.move(set.directory(), aside);
                SetDirectory.delete(aside);
                LOG.info("Removed the dumps {}, as atlas.dump.keep-days says", set.id());
            } catch (IOException e) {
                throw new UncheckedIOException("old dumps cannot be removed: " + e.getMessage(), e);
            }
        }
        refresh();
    }
}
