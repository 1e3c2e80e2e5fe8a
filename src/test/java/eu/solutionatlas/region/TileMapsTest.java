package eu.solutionatlas.region;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileMapsTest {
    private static final Scheme SCHEME = Scheme.of(RegionsFile.read(), Regions.SCHEME);

    private final TileMaps maps = new TileMaps(Optional.empty());

    private static Node region(String code) {
        return NodeFactory.createURI(Iris.NUTS + code);
    }

    private static Linker linker(Language language) {
        return new Linker(new Iris("http://localhost:8080/"), SCHEME, language);
    }

    private TileMap at(String code) {
        return maps.at(region(code), SCHEME, Map.of(region("DED21"), 3), linker(Language.EN));
    }

    private static List<TileMap.Tile> tiles(TileMap map) {
        return map.countries().stream()
                .flatMap(country -> country.tiles().stream())
                .toList();
    }

    private static TileMap.Tile tile(TileMap map, String code) {
        return tiles(map).stream()
                .filter(tile -> tile.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whole_isInTheOrderOfNames() {
        TileMap map = maps.whole(SCHEME, Map.of(), linker(Language.DE));

        assertThat(map.countries())
                .extracting(country -> country.name().text())
                .containsExactly("Deutschland", "Polen", "Tschechien");
        assertThat(map.countries().getFirst().tiles())
                .extracting(TileMap.Tile::name)
                .containsExactly("Brandenburg", "Chemnitz", "Dresden", "Leipzig");
    }

    @Test
    void whole_withoutRegions_isEmpty() {
        Scheme none = Scheme.of(GraphFactory.createDefaultGraph(), Regions.SCHEME);

        assertThat(maps.whole(none, Map.of(), linker(Language.EN)).isEmpty()).isTrue();
    }

    @Test
    void whole_marksBordersBetweenCountriesOnly() {
        TileMap map = maps.whole(SCHEME, Map.of(), linker(Language.EN));

        assertThat(tile(map, "DED2").borderEast()).isTrue();
        assertThat(tile(map, "DED2").borderSouth()).isTrue();
        assertThat(tile(map, "DED5").borderEast()).isFalse();
        assertThat(tile(map, "CZ08").borderEast()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 'DE4 DED'",
        "DED, 'DED2 DED4 DED5'",
        "CZ, 'CZ01 CZ02 CZ03 CZ04 CZ05 CZ06 CZ07 CZ08'",
        "PL4, 'PL431 PL432'",
        "PL5, 'PL51 PL52'"
    })
    void at_wideRegion_showsItsPartsOnceItSplits(String code, String parts) {
        assertThat(tiles(at(code))).extracting(TileMap.Tile::code).containsExactlyInAnyOrder(parts.split(" "));
    }

    @Test
    void at_smallRegion_showsItAmongItsNeighbours() {
        TileMap map = at("DED2D");

        assertThat(tiles(map))
                .filteredOn(TileMap.Tile::current)
                .extracting(TileMap.Tile::code)
                .containsExactly("DED2D");
        assertThat(tiles(map)).extracting(TileMap.Tile::code).contains("PL515", "PL432", "CZ051", "DE40G", "DED2C");
    }

    @Test
    void at_region_gridBeginsAtItsCorner() {
        TileMap map = at("DED2D");

        assertThat(tiles(map)).extracting(TileMap.Tile::column).contains(1, map.columns());
        assertThat(tiles(map)).extracting(TileMap.Tile::row).contains(1, map.rows());
    }

    @Test
    void at_level2_marksTheParts() {
        assertThat(tiles(at("DED2")))
                .filteredOn(TileMap.Tile::within)
                .extracting(TileMap.Tile::code)
                .containsExactlyInAnyOrder("DED21", "DED2C", "DED2D", "DED2E", "DED2F");
    }

    @Test
    void tile_hasNumberNameAndLink() {
        TileMap.Tile tile = tile(at("DED21"), "DED21");

        assertThat(tile.count()).isEqualTo(3);
        assertThat(tile.name()).isEqualTo("Dresden");
        assertThat(tile.link().label().text()).isEqualTo("Dresden, city");
        assertThat(tile.link().href()).contains("/region/DED21");
    }

    @Test
    void at_regionWithoutPlace_isEmpty() {
        Graph graph = RegionsFile.read();
        Node elsewhere = region("FR101");
        graph.add(elsewhere, org.apache.jena.vocabulary.SKOS.inScheme.asNode(), Regions.SCHEME);
        Scheme scheme = Scheme.of(graph, Regions.SCHEME);

        assertThat(maps.at(elsewhere, scheme, Map.of(), linker(Language.EN)).isEmpty())
                .isTrue();
    }
}
