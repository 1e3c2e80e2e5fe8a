package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionalTest {
    private static final String TAG = "\"17-abc\"";
    private static final Instant MODIFIED = Instant.parse("2026-11-24T08:00:00Z");
    private static final String SAME_TIME = "Tue, 24 Nov 2026 08:00:00 GMT";
    private static final String EARLIER = "Tue, 24 Nov 2026 07:59:59 GMT";

    private static boolean notModified(
            @org.jspecify.annotations.Nullable String ifNoneMatch,
            @org.jspecify.annotations.Nullable String ifModifiedSince) {
        return Conditional.notModified(ifNoneMatch, ifModifiedSince, TAG, MODIFIED);
    }

    @Test
    void notModified_noCondition() {
        assertThat(notModified(null, null)).isFalse();
    }

    @Test
    void notModified_sameTag() {
        assertThat(notModified(TAG, null)).isTrue();
    }

    @Test
    void notModified_tagInAList() {
        assertThat(notModified("\"other\", " + TAG, null)).isTrue();
    }

    @Test
    void notModified_weakTag_matchesWeakly() {
        assertThat(notModified("W/" + TAG, null)).isTrue();
    }

    @Test
    void notModified_anything() {
        assertThat(notModified("*", null)).isTrue();
    }

    @Test
    void notModified_otherTag_decidesOverTheDate() {
        assertThat(notModified("\"other\"", SAME_TIME)).isFalse();
    }

    @Test
    void notModified_sameDate() {
        assertThat(notModified(null, SAME_TIME)).isTrue();
    }

    @Test
    void notModified_olderCopy() {
        assertThat(notModified(null, EARLIER)).isFalse();
    }

    @Test
    void notModified_unreadableDate_isIgnored() {
        assertThat(notModified(null, "yesterday")).isFalse();
    }
}
