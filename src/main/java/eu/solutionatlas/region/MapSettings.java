package eu.solutionatlas.region;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the maps of regions show beside their tiles.
 *
 * @param outlines a GeoJSON file with the polygons of regions
 * @param attribution whom the polygons are from; may be empty
 */
public record MapSettings(Optional<Path> outlines, String attribution) {
    public static final Setting<Optional<Path>> OUTLINES = new Setting<>(
            "atlas.map.outlines",
            "path of a GeoJSON file, or nothing",
            "",
            "A GeoJSON file with the polygons of regions, shown above the tiles of each map; see Maps. Without one, no page"
                    + " loads a script for it.",
            MapSettings::file);
    public static final Setting<String> ATTRIBUTION = Setting.text(
            "atlas.map.attribution",
            "",
            "Whom these polygons are from, in the words that their licence asks for; shown below them.");

    public static final List<Setting<?>> ALL = List.of(OUTLINES, ATTRIBUTION);

    public static MapSettings from(Settings settings) {
        return new MapSettings(settings.get(OUTLINES), settings.get(ATTRIBUTION).strip());
    }

    private static Optional<Path> file(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path of a file", e);
        }
    }
}
