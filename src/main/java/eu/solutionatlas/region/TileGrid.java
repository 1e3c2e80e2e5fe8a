package eu.solutionatlas.region;

import eu.solutionatlas.web.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where regions stand on the tile map, and what they are called there, as {@code tiles.tsv} has it. */
final class TileGrid {
    private static final String FILE = "tiles.tsv";
    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.DE, Language.PL, Language.CS);
    /** Code, column and row stand before the names. */
    private static final int FIRST_NAME = 3;

    /** The place of one region on the grid of its NUTS level; columns count from the west, rows from the north. */
    record Place(String code, int column, int row, Map<Language, String> names) {

        int level() {
            return TileGrid.level(code);
        }

        String country() {
            return code.substring(0, 2);
        }

        String name(Language language) {
            return names.getOrDefault(language, code);
        }
    }

    private final Map<String, Place> byCode;

    private TileGrid(Map<String, Place> byCode) {
        this.byCode = byCode;
    }

    /** The grid that comes with the program. */
    static TileGrid load() {
        try (InputStream in = TileGrid.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            Map<String, Place> byCode = new LinkedHashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(TileGrid::place)
                    .forEach(place -> byCode.put(place.code(), place));
            return new TileGrid(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(String line) {
        List<String> fields = List.of(line.split("\t"));
        if (fields.size() != FIRST_NAME + LANGUAGES.size()) {
            throw new IllegalStateException(FILE + " has a line that is not code, column, row and names: " + line);
        }
        Map<Language, String> names = new LinkedHashMap<>();
        for (int i = 0; i < LANGUAGES.size(); i++) {
            names.put(LANGUAGES.get(i), fields.get(FIRST_NAME + i));
        }
        return new Place(fields.get(0), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)), names);
    }

    /** The NUTS level of a code: two letters for the country, then one character for each level. */
    static int level(String code) {
        return code.length() - 2;
    }

    Optional<Place> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All regions of a level that have a place. */
    List<Place> atLevel(int level) {
        return byCode.values().stream().filter(place -> place.level() == level).toList();
    }

    /** The codes of all regions that have a place. */
    Set<String> codes() {
        return byCode.keySet();
    }
}
