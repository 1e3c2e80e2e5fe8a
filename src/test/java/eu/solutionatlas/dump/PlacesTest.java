package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(3, 2);

    @Test
    void oneClient_hasNoMoreThanItsShare() {
        places.enter("a");
        places.enter("a");

        assertThat(places.enter("a")).isFalse();
        assertThat(places.enter("b")).isTrue();
    }

    @Test
    void allTaken_nobodyEnters() {
        places.enter("a");
        places.enter("a");
        places.enter("b");

        assertThat(places.enter("c")).isFalse();
    }

    @Test
    void placeGivenBack_isTakenAgain() {
        places.enter("a");
        places.enter("a");
        places.leave("a");

        assertThat(places.enter("a")).isTrue();
    }
}
