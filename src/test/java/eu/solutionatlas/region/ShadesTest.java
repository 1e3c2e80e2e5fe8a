package eu.solutionatlas.region;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadesTest {
    @Test
    void nothingAnywhere_isOneShade() {
        assertThat(Shades.of(List.of(0, 0, 0)).ends()).containsExactly(0);
    }

    @Test
    void oneNumber_isOneMore() {
        assertThat(Shades.of(List.of(0, 7)).legend())
                .containsExactly(new TileMap.Range(0, 0, 0), new TileMap.Range(1, 1, 7));
    }

    @Test
    void smallNumbers_haveSmallRanges() {
        assertThat(Shades.of(List.of(0, 1, 1, 2, 2, 3, 4, 5, 8, 9, 14)).ends()).containsExactly(0, 2, 3, 5, 14);
    }

    @Test
    void largeNumbers_haveRoundEnds() {
        List<Integer> counts =
                IntStream.rangeClosed(1, 13).map(i -> i * i * 120).boxed().toList();

        assertThat(Shades.of(counts).ends()).containsExactly(0, 2_000, 10_000, 15_000, 20_280);
    }

    @Test
    void zero_hasItsOwnShade() {
        Shades shades = Shades.of(List.of(0, 1, 3, 9, 20_000));

        assertThat(shades.of(0)).isZero();
        assertThat(shades.of(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 60, 3_000, 20_000, 2_000_000})
    void anyNumbers_fallIntoTheRangeThatTheLegendGives(int most) {
        List<Integer> counts = new Random(most).ints(57, 0, most + 1).boxed().toList();
        Shades shades = Shades.of(counts);

        assertThat(shades.legend()).hasSizeLessThanOrEqualTo(5);
        assertThat(counts).allSatisfy(count -> {
            TileMap.Range range = shades.legend().get(shades.of(count));
            assertThat(count).isBetween(range.from(), range.to());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 3_000, 20_000})
    void evenlySpreadNumbers_leaveNoShadeWithoutTiles(int most) {
        List<Integer> counts =
                IntStream.rangeClosed(0, 56).map(i -> i * most / 56).boxed().toList();
        Shades shades = Shades.of(counts);

        assertThat(shades.legend())
                .allSatisfy(range -> assertThat(counts).anyMatch(count -> shades.of(count) == range.shade()));
    }
}
