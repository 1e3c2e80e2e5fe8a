package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Download;
import eu.solutionatlas.outbound.Fault;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundRequest;
import eu.solutionatlas.outbound.ReplyHeaders;
import eu.solutionatlas.outbound.Validators;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;

/**
 * Asks a partner for its entries in the way that costs both sides least: what has changed since, else the dump if it is
 * not as it was, else its SPARQL endpoint.
 */
final class Fetcher {
    /** Changes alone could hide for ever that a catalogue was restored from a dump and counts its versions anew. */
    private static final Duration LONGEST_WITHOUT_WHOLE = Duration.ofDays(7);

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final String VERSION_HEADER = "Atlas-Data-Version";

    /** What there is of a hub's entries from before. */
    enum Kept {
        NOTHING,
        /** Not those that came with errors: changes would not tell which of them are still as they were. */
        SOME,
        ALL
    }

    private final Outbound outbound;
    private final HarvestFiles files;
    private final HarvestSettings settings;
    private final EndpointReader endpoints;

    Fetcher(Outbound outbound, HarvestFiles files, HarvestSettings settings) {
        this.outbound = outbound;
        this.files = files;
        this.settings = settings;
        this.endpoints = new EndpointReader(outbound, settings);
    }

    /**
     * Asks.
     *
     * @param state what is known from before
     * @param kept what could be left as it is
     * @throws IOException when this machine cannot keep what comes
     */
    Fetched fetch(Partner partner, HarvestState state, Kept kept, Instant now, Cancel cancel) throws IOException {
        if (partner.dump().isEmpty()) {
            return endpoint(partner, cancel);
        }
        String dump = partner.dump().get();
        boolean known = kept != Kept.NOTHING && state.source().equals(dump);
        boolean fresh = state.lastWhole()
                .filter(whole -> whole.plus(LONGEST_WITHOUT_WHOLE).isAfter(now))
                .isPresent();
        if (known
                && fresh
                && kept == Kept.ALL
                && partner.changes().isPresent()
                && state.version().isPresent()) {
            Optional<Fetched> changes =
                    changes(partner, partner.changes().get(), state.version().get(), cancel);
            if (changes.isPresent()) {
                return changes.get();
            }
        }
        return dump(partner, dump, known ? state.validators() : Validators.NONE, cancel);
    }

    /** The changes since a version; empty when the partner cannot say them, be it that it was begun anew since. */
    private Optional<Fetched> changes(Partner partner, String feed, DataVersion since, Cancel cancel)
            throws IOException {
        String address = feed + (feed.contains("?") ? "&" : "?") + "since=" + since.number() + "&at=" + since.at();
        Path target = files.fetchedChanges(partner.id());
        Download download =
                outbound.download(request(address).accept("application/n-quads"), target, Validators.NONE, cancel);
        return switch (download) {
            case Download.Fetched fetched -> changes(partner, fetched, since);
            case Download.NotModified same -> Optional.of(new Fetched.Unchanged(Optional.of(since), false));
            case Download.Failed failed ->
                failed.fault().kind() == Fault.Kind.STATUS
                        ? Optional.empty()
                        : Optional.of(new Fetched.Failed(address, failed.fault().words()));
        };
    }

    private Optional<Fetched> changes(Partner partner, Download.Fetched fetched, DataVersion since) throws IOException {
        Optional<DataVersion> version = version(fetched.headers());
        if (version.isEmpty() || version.get().compareTo(since) < 0) { // versions that go back are no changes since
            Files.delete(fetched.file());
            return Optional.empty();
        }
        if (version.get().equals(since) || Files.size(fetched.file()) == 0) {
            Files.delete(fetched.file());
            return Optional.of(new Fetched.Unchanged(version, false));
        }
        Path entries = files.entries(partner.id());
        Files.move(fetched.file(), entries, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(new Fetched.Entries(entries, false, partner.dump().orElseThrow(), Validators.NONE, version));
    }

    private Fetched dump(Partner partner, String dump, Validators known, Cancel cancel) throws IOException {
        Path target = files.fetched(partner.id());
        // The address in the register leads to the newest dated file.
        OutboundRequest request =
                request(dump).accept(RdfInput.ACCEPT + ", */*;q=0.1").followingOneRedirect();
        Download download = outbound.download(request, target, known, cancel);
        return switch (download) {
            case Download.NotModified same -> new Fetched.Unchanged(version(same.headers()), true);
            case Download.Failed failed ->
                failed.fault().kind() == Fault.Kind.MALFORMED
                        ? new Fetched.Broken(dump, failed.fault().words())
                        : new Fetched.Failed(dump, failed.fault().words());
            case Download.Fetched fetched -> entries(partner, dump, fetched);
        };
    }

    private Fetched entries(Partner partner, String dump, Download.Fetched fetched) throws IOException {
        String type = fetched.headers().mediaType();
        Optional<Lang> language = RdfInput.language(type, URI.create(dump).getPath());
        if (language.isEmpty()) {
            return new Fetched.Broken(dump, "is no RDF: its type is " + (type.isEmpty() ? "not said" : type));
        }
        Path entries = files.entries(partner.id());
        if (partner.changes().isPresent() && language.get().equals(Lang.NQUADS)) {
            // An Atlas: its dump has a graph for each entry already.
            Files.move(fetched.file(), entries, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try {
                Graph all = Splitter.read(fetched.file(), language.get(), dump, settings.maxBytes());
                Splitter.write(all, entries);
            } catch (BrokenInputException e) {
                return new Fetched.Broken(dump, "cannot be read: " + e.getMessage());
            }
        }
        return new Fetched.Entries(entries, true, dump, fetched.validators(), version(fetched.headers()));
    }

    private Fetched endpoint(Partner partner, Cancel cancel) throws IOException {
        Path entries = files.entries(partner.id());
        String endpoint = partner.endpoint().orElseThrow();
        return switch (endpoints.read(URI.create(endpoint), partner, entries, cancel)) {
            case EndpointReader.Outcome.Read read ->
                new Fetched.Entries(entries, true, endpoint, Validators.NONE, Optional.empty());
            case EndpointReader.Outcome.Failed failed -> new Fetched.Failed(endpoint, failed.reason());
            case EndpointReader.Outcome.Broken broken -> new Fetched.Broken(endpoint, broken.reason());
        };
    }

    private OutboundRequest request(String address) {
        return OutboundRequest.get(URI.create(address))
                .within(settings.deadline())
                .silentAtMost(LONGEST_SILENCE)
                .atMost(settings.maxBytes());
    }

    /** Number and time, since a number alone may be one of a catalogue that was begun anew. */
    private static Optional<DataVersion> version(ReplyHeaders headers) {
        return headers.first(VERSION_HEADER)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> headers.lastModified().map(at -> new DataVersion(number, at)));
    }
}
