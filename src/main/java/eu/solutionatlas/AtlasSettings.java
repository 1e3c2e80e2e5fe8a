package eu.solutionatlas;

import eu.solutionatlas.dump.DumpSettings;
import eu.solutionatlas.federation.FederationSettings;
import eu.solutionatlas.harvest.HarvestSettings;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.region.MapSettings;
import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.sparql.SparqlSettings;
import eu.solutionatlas.store.StoreSettings;
import eu.solutionatlas.web.WebSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the process runs: what is everybody's, and a record for each part.
 *
 * @param dataDirectory where store and journal live
 * @param seedDirectory what an empty catalogue is filled with
 */
public record AtlasSettings(
        Path dataDirectory,
        Path seedDirectory,
        WebSettings web,
        StoreSettings store,
        SparqlSettings sparql,
        DumpSettings dump,
        OutboundSettings outbound,
        HarvestSettings harvest,
        FederationSettings federation,
        MapSettings map) {
    public static final Setting<Path> DATA_DIRECTORY = Setting.directory(
            "atlas.data-directory",
            "var",
            "Where the catalogue is kept: store, journal and dumps. One process at a time.");
    public static final Setting<Path> SEED_DIRECTORY = Setting.directory(
            "atlas.seed-directory",
            "data",
            "Catalogue files that serve loads when the catalogue is empty; if there is no such directory, it stays empty.");

    /** Every setting there is, in the order of the documentation. */
    public static final List<Setting<?>> ALL = Stream.of(
                    List.<Setting<?>>of(DATA_DIRECTORY, SEED_DIRECTORY),
                    WebSettings.ALL,
                    StoreSettings.ALL,
                    SparqlSettings.ALL,
                    DumpSettings.ALL,
                    OutboundSettings.ALL,
                    HarvestSettings.ALL,
                    FederationSettings.ALL,
                    MapSettings.ALL)
            .flatMap(List::stream)
            .toList();

    /** @throws IllegalArgumentException for a value that cannot be used, naming its key */
    public static AtlasSettings from(Settings settings) {
        return new AtlasSettings(
                settings.get(DATA_DIRECTORY),
                settings.get(SEED_DIRECTORY),
                WebSettings.from(settings),
                StoreSettings.from(settings),
                SparqlSettings.from(settings),
                DumpSettings.from(settings),
                OutboundSettings.from(settings),
                HarvestSettings.from(settings),
                FederationSettings.from(settings),
                MapSettings.from(settings));
    }
}
