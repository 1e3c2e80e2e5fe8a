package eu.solutionatlas.dump.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.dump.page.DownloadPage.Age;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Assets;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Frames;
import eu.solutionatlas.web.Imprint;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Views;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page says in states that a hub is seldom in. */
class DownloadTemplateTest {
    private static final Instant NEXT = Instant.parse("2026-11-29T02:00:00Z");
    private static final DownloadPage.Contents SET = new DownloadPage.Contents(
            "2026-11-28-v17",
            LocalDate.parse("2026-11-28"),
            17,
            Instant.parse("2026-11-28T01:00:00Z"),
            Instant.parse("2026-11-28T02:00:00Z"),
            "https://town.test/terms",
            "https://town.test/terms",
            "http://hub.test/dump/2026-11-28-v17/",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            "");

    private static String page(Optional<DownloadPage.Contents> newest, DownloadPage.State state) {
        Frame frame = new Frames(TestAtlas.IRIS, Assets.load(), () -> Imprint.UNKNOWN)
                .of(new Address("/download"), List.of(Representation.HTML), new Reader(Language.EN, false));
        DownloadPage page = new DownloadPage(newest, state, List.of(), new DownloadPage.Tables("en", List.of()));
        return new String(
                new Views().render("download/page.jte", frame.about("", "", DataVersion.NONE), page),
                StandardCharsets.UTF_8);
    }

    private static DownloadPage.State state(Optional<Instant> outdated, Optional<Instant> next, boolean late) {
        return new DownloadPage.State(Optional.of(new Age(Age.Unit.DAYS, 3)), outdated, next, late, late);
    }

    @Test
    void lateSet_isSaidToBeLateAndWhatItLacks() {
        assertThat(page(Optional.of(SET), state(Optional.of(NEXT.minusSeconds(86_400)), Optional.of(NEXT), true)))
                .contains(
                        "This state of the data is late",
                        "The last try to write a newer state failed",
                        "3 days ago",
                        "What has changed since 28 November 2026",
                        "29 November 2026");
    }

    @Test
    void upToDateSet_saysThatTheNextComesOnlyWithAChange() {
        assertThat(page(Optional.of(SET), state(Optional.empty(), Optional.of(NEXT), false)))
                .contains("It has all that the catalogue has now.", "if something changes by then")
                .doesNotContain("is late", "failed");
    }

    @Test
    void hubThatWritesNoMore_saysSo() {
        assertThat(page(Optional.of(SET), state(Optional.empty(), Optional.empty(), false)))
                .contains("No further one is written by itself");
    }

    @Test
    void firstSet_isSaidToBeOnItsWay() {
        DownloadPage.State state =
                new DownloadPage.State(Optional.empty(), Optional.of(NEXT), Optional.of(NEXT), false, false);

        assertThat(page(Optional.empty(), state)).contains("The first files are being written");
    }

    @Test
    void setOfAnOlderVersion_hasFilesButNoNumbers() {
        assertThat(page(Optional.of(SET), state(Optional.empty(), Optional.of(NEXT), false)))
                .contains("earlier version of the software", "There is no earlier state", "https://town.test/terms");
    }

    @Test
    void age_isInTheLargestUnitOfWhichThereAreTwo() {
        assertThat(DownloadDescriber.age(Duration.ofHours(47))).isEqualTo(new Age(Age.Unit.HOURS, 47));
        assertThat(DownloadDescriber.age(Duration.ofHours(48))).isEqualTo(new Age(Age.Unit.DAYS, 2));
        assertThat(DownloadDescriber.age(Duration.ofMinutes(119))).isEqualTo(new Age(Age.Unit.MINUTES, 119));
        assertThat(DownloadDescriber.age(Duration.ofSeconds(119))).isEqualTo(new Age(Age.Unit.MOMENT, 0));
    }
}
