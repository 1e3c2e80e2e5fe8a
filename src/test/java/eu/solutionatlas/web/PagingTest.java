package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void emptyList_hasOnePage() {
        Paging paging = Paging.of(1, 0);

        assertThat(paging.last()).isEqualTo(1);
        assertThat(paging.from()).isZero();
        assertThat(paging.hasNext()).isFalse();
    }

    @Test
    void lastPage_isCutShort() {
        Paging paging = Paging.of(2, Paging.SIZE + 1);

        assertThat(paging.from()).isEqualTo(Paging.SIZE + 1);
        assertThat(paging.to()).isEqualTo(Paging.SIZE + 1);
        assertThat(paging.hasPrevious()).isTrue();
        assertThat(paging.hasNext()).isFalse();
    }

    @Test
    void fullPage_isTheLast() {
        assertThat(Paging.of(1, Paging.SIZE).hasNext()).isFalse();
    }

    @Test
    void pageBeyondTheEnd() {
        assertThatThrownBy(() -> Paging.of(3, Paging.SIZE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void address_firstPageIsTheList() {
        Address list = new Address("/solution");

        assertThat(Paging.address(Paging.address(list, 7), 1)).isEqualTo(list);
    }
}
