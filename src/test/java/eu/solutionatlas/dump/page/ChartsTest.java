package eu.solutionatlas.dump.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void lying_longestBarLeavesRoomForItsNumber_andNoneIsLost() {
        Chart chart = Charts.lying(List.of(new Charts.Row("a", 1_000), new Charts.Row("b", 1)));

        assertThat(chart.bars()).extracting(Chart.Bar::right).allMatch(right -> right <= Chart.WIDTH - 40);
        assertThat(chart.bars().get(1).width()).isEqualTo(1);
        assertThat(chart.bars()).allMatch(bar -> bar.y() + bar.height() <= chart.height());
    }

    @Test
    void lying_nothingButZeros_hasNoLength() {
        assertThat(Charts.lying(List.of(new Charts.Row("a", 0)))
                        .bars()
                        .getFirst()
                        .width())
                .isZero();
    }

    @Test
    void standing_yearsBetween_haveTheirPlace() {
        Chart chart = Charts.standing(new TreeMap<>(Map.of(2019, 2L, 2022, 4L)));

        assertThat(chart.bars()).extracting(Chart.Bar::label).containsExactly("2019", "2020", "2021", "2022");
        assertThat(chart.bars().get(1).height()).isZero();
        assertThat(chart.bars().get(3).height())
                .isEqualTo(2 * chart.bars().getFirst().height());
    }

    @Test
    void standing_manyYears_standApartAndFewAreNamed() {
        Chart chart = Charts.standing(new TreeMap<>(Map.of(1900, 1L, 2026, 1L)));

        assertThat(chart.bars()).hasSize(127).allMatch(bar -> bar.width() >= 1 && bar.right() <= Chart.WIDTH);
        assertThat(chart.bars().stream().filter(bar -> !bar.label().isEmpty())).hasSizeLessThan(10);
    }

    @Test
    void shortened_endsBeforeTheLimitAndBreaksNoLetter() {
        assertThat(Charts.shortened("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Charts.shortened("abc defg", 5)).isEqualTo("abc…");
        assertThat(Charts.shortened("🚲🚲🚲", 2)).isEqualTo("🚲…");
    }
}
