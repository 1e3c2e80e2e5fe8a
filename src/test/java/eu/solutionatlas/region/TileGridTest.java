package eu.solutionatlas.region;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.region.TileGrid.Place;
import eu.solutionatlas.web.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileGridTest {
    /** What a tile has room for, in two or three lines. */
    private static final int LONGEST_NAME = 22;

    private final TileGrid grid = TileGrid.load();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void level_everyRegionOfTheSchemeHasAPlace(int level) {
        List<String> codes = RegionsFile.read()
                .find(null, SKOS.inScheme.asNode(), Regions.SCHEME)
                .mapWith(triple -> triple.getSubject().getURI().substring(Iris.NUTS.length()))
                .filterKeep(code -> TileGrid.level(code) == level)
                .toList();

        assertThat(grid.atLevel(level)).extracting(Place::code).containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void level_noTwoRegionsShareAPlace(int level) {
        assertThat(grid.atLevel(level)).extracting(Box::cell).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void level_gridHasNoEmptyEdge(int level) {
        Box box = Box.of(grid.atLevel(level));

        assertThat(List.of(box.west(), box.north())).containsExactly(1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "DE403, PL431, Frankfurt (Oder) and Słubice",
        "DE409, PL431, Märkisch-Oderland and Kostrzyn",
        "DE40G, PL432, Guben and Gubin",
        "DED2D, PL515, Görlitz and Zgorzelec",
        "DED2D, PL432, Bad Muskau and Łęknica",
        "DED2D, CZ051, Zittau and Hrádek nad Nisou",
        "PL515, CZ051, Bogatynia and Frýdlant",
        "PL515, CZ052, the Giant Mountains",
        "PL517, CZ052, Kudowa-Zdrój and Náchod",
        "PL517, CZ053, Międzylesie and Králíky",
        "PL517, CZ071, Lądek-Zdrój and Javorník",
        "PL523, CZ071, Głuchołazy and Mikulovice",
        "PL523, CZ080, Głubczyce and Krnov",
        "DED2F, CZ042, Bad Schandau and Děčín",
        "DED43, CZ042, Neuhausen and Nová Ves v Horách",
        "DED42, CZ042, Olbernhau and Brandov",
        "DED42, CZ041, Oberwiesenthal and Boží Dar",
        "DED44, CZ041, Klingenthal and Kraslice",
        "DE40, PL43, level 2",
        "DED2, PL43, level 2",
        "DED2, PL51, level 2",
        "DED2, CZ04, level 2",
        "DED2, CZ05, level 2",
        "DED4, CZ04, level 2",
        "PL51, CZ05, level 2",
        "PL51, CZ07, level 2",
        "PL52, CZ07, level 2",
        "PL52, CZ08, level 2",
        "DE4, PL4, level 1",
        "DED, PL5, level 1",
        "DED, CZ0, level 1",
        "PL5, CZ0, level 1"
    })
    void neighboursAcrossABorder_touch(String one, String other, String where) {
        Place here = grid.of(one).orElseThrow();
        Place there = grid.of(other).orElseThrow();

        assertThat(Math.max(Math.abs(here.column() - there.column()), Math.abs(here.row() - there.row())))
                .as(where)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DE403, PL431",
        "DE40G, PL432",
        "DED2D, PL515",
        "DED2D, CZ051",
        "DED2F, CZ042",
        "DED42, CZ042",
        "PL515, CZ052"
    })
    void twinTowns_haveACommonSide(String one, String other) {
        Place here = grid.of(one).orElseThrow();
        Place there = grid.of(other).orElseThrow();

        assertThat(Math.abs(here.column() - there.column()) + Math.abs(here.row() - there.row()))
                .isEqualTo(1);
    }

    @Test
    void names_fitOnATile() {
        assertThat(grid.codes().stream()
                        .flatMap(code -> grid.of(code).stream())
                        .flatMap(place -> place.names().values().stream())
                        .collect(Collectors.toSet()))
                .allSatisfy(name -> assertThat(name.length()).isBetween(1, LONGEST_NAME));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void names_tellTheRegionsOfALevelApart(int level) {
        for (Language language : Language.values()) {
            assertThat(grid.atLevel(level))
                    .extracting(place -> place.name(language))
                    .as(language.tag())
                    .doesNotHaveDuplicates();
        }
    }
}
