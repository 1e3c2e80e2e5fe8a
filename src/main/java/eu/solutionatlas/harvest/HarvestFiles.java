package eu.solutionatlas.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of harvesting, in one directory: for each hub its state {@code ID.json}, its last report
 * {@code ID.report.json}, and what is being fetched. All but the state can be made again; without it, a hub is simply
 * asked anew.
 */
final class HarvestFiles {
    private static final Logger LOG = LoggerFactory.getLogger(HarvestFiles.class);

    private final ObjectMapper json = new ObjectMapper();
    /** As the files have them, since every answer that rests on copies asks. No other process writes them. */
    private final Map<String, HarvestState> states = new ConcurrentHashMap<>();

    private final Path directory;

    /** @param directory made if need be */
    HarvestFiles(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory for harvests cannot be made: " + e.getMessage(), e);
        }
    }

    /** Where a hub's dump is fetched to. */
    Path fetched(String hub) {
        return directory.resolve(hub + ".fetched");
    }

    /** Where what has changed at a hub is fetched to. */
    Path fetchedChanges(String hub) {
        return directory.resolve(hub + ".changes");
    }

    /** Where a hub's entries lie one after the other, to be read. */
    Path entries(String hub) {
        return directory.resolve(hub + ".nq");
    }

    HarvestState state(String hub) {
        return states.computeIfAbsent(
                hub, id -> read(stateFile(id)).map(StateJson::read).orElse(HarvestState.NEW));
    }

    void write(String hub, HarvestState state) {
        write(stateFile(hub), StateJson.write(state));
        states.put(hub, state);
    }

    Optional<HarvestReport> report(String hub) {
        return read(reportFile(hub)).map(ReportJson::read);
    }

    void write(HarvestReport report) {
        write(reportFile(report.hub()), ReportJson.write(report));
    }

    /** Removes what is known of hubs that are no partners any more. No short name has a dot in it. */
    void forgetAllBut(Set<String> hubs) {
        states.keySet().retainAll(hubs);
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> !hubs.contains(file.getFileName().toString().split("\\.", 2)[0]))
                    .forEach(HarvestFiles::remove);
        } catch (IOException e) {
            throw new UncheckedIOException("files of old harvests cannot be removed: " + e.getMessage(), e);
        }
    }

    void removeFetched(String hub) {
        remove(fetched(hub));
        remove(entries(hub));
    }

    private Path stateFile(String hub) {
        return directory.resolve(hub + ".json");
    }

    private Path reportFile(String hub) {
        return directory.resolve(hub + ".report.json");
    }

    /** A file's content; empty when it is not there or, after a crash of the machine, not whole. */
    private Optional<JsonNode> read(Path file) {
        try {
            return Optional.of(json.readTree(Files.readAllBytes(file))).filter(JsonNode::isObject);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException | DateTimeException e) {
            LOG.warn("{} cannot be read and counts as not there: {}", file, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("what is known of a harvest cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(Path file, JsonNode content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.write(unfinished, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("what is known of a harvest cannot be written: " + e.getMessage(), e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a harvest cannot be removed: " + e.getMessage(), e);
        }
    }
}
