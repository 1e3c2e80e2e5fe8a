package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.ProblemException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A set of which somebody has damaged a file: nothing is served under a name that it does not deserve. */
class DamagedSetTest {
    private static TestAtlas atlas;
    private static String id;
    private static Path set;

    @TempDir
    private static Path whole;

    @BeforeAll
    static void start() throws IOException {
        atlas = TestAtlas.withRealDataAndDumps();
        String manifest =
                atlas.get("/dump/latest").headers().firstValue("Location").orElseThrow();
        id = manifest.split("/")[2];
        set = atlas.directory().resolve("dump").resolve(id);
        copy(set, whole);
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    /** What a test has damaged, moved or left is as it was before the next. */
    @AfterEach
    void bringBack() throws IOException {
        for (Path left : List.of(set, atlas.directory().resolve("elsewhere"))) {
            SetDirectory.delete(left);
        }
        copy(whole, set);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private HttpResponse<String> get(String name) {
        return atlas.get("/dump/" + id + "/" + name);
    }

    private void assertDamaged(String name) {
        HttpResponse<String> answer = get(name);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("dump-damaged");
        assertThat(atlas.get("/health/ready").body()).contains(id);
    }

    @Test
    void file_cutShort_isNotServed_untilItIsBack() throws IOException {
        Path file = set.resolve("actors.csv");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertDamaged("actors.csv");

        Files.write(file, whole);
        assertThat(get("actors.csv").statusCode()).isEqualTo(200);
        assertThat(atlas.get("/health/ready").body()).doesNotContain(id + "/");
    }

    @Test
    void file_removed_isNotServed() throws IOException {
        Files.delete(set.resolve("actors.csv"));

        assertDamaged("actors.csv");
    }

    @Test
    void file_overwrittenByAsMuch_isNotServed() throws IOException {
        Path file = set.resolve("actors.csv");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(
                file,
                FileTime.from(Files.getLastModifiedTime(set.resolve(Manifest.FILE_NAME))
                        .toInstant()
                        .plusSeconds(2)));

        assertDamaged("actors.csv");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // where the time of the last change cannot be set
    void file_overwrittenByAsMuchUnderItsOldTime_isNotServed() throws IOException {
        Path file = set.resolve("actors.csv");
        FileTime old = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, old);

        assertDamaged("actors.csv");
    }

    @Test
    void directoryInPlaceOfAFile_isNotServed() throws IOException {
        Files.delete(set.resolve("actors.csv"));
        Files.createDirectory(set.resolve("actors.csv"));

        assertDamaged("actors.csv");
    }

    @Test
    void difference_ofADamagedSet_isNotServed() throws IOException {
        Path file = set.resolve("documents.tsv.gz");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 400));

        assertDamaged("since/" + id + ".rdfp");
        assertDamaged("since/" + id);
    }

    @Test
    void set_movedAway_isUnknown() throws IOException {
        Files.move(set, atlas.directory().resolve("elsewhere"));

        assertThat(get("actors.csv").statusCode()).isEqualTo(404);
        assertThat(atlas.get("/dump/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void set_whoseManifestCannotBeUsed_isDamagedAndNotUnknown() throws IOException {
        Files.writeString(set.resolve(Manifest.FILE_NAME), "{");
        DumpSets afterARestart = new DumpSets(atlas.directory().resolve("dump"));

        assertThat(afterARestart.damaged()).containsExactly(id + "/" + Manifest.FILE_NAME);
        assertThatThrownBy(() -> DumpRoutes.find(afterARestart, id))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("dump-damaged"));
    }

    @Test
    void file_damaged_isNoMatterOfWaitingForPeople() throws IOException {
        Files.delete(set.resolve("actors.csv"));

        assertThat(atlas.get("/dump/" + id + "/actors.csv", "Accept", "text/html", "Accept-Language", "en")
                        .body())
                .contains("Something went wrong on our side", "is not as it was written")
                .doesNotContain("Too busy");
    }

    @Test
    void page_ofASetWithDamagedFigures_saysSo_untilTheyAreBack() throws IOException {
        Path figures = set.resolve(Figures.FILE_NAME);
        Files.move(figures, set.resolve("aside"));

        assertThat(download())
                .contains("solutions.csv", "The file with the numbers is damaged")
                .doesNotContain("id=\"by-theme\"");

        Files.move(set.resolve("aside"), figures);
        assertThat(download()).contains("id=\"by-theme\"");
    }

    private String download() {
        return atlas.get("/download?lang=en", "Accept", "text/html").body();
    }

    @Test
    void damage_isNamedByHealthBeforeAnybodyAsksForTheFile() throws IOException {
        Files.delete(set.resolve("actors.csv"));

        assertThat(new DumpSets(atlas.directory().resolve("dump")).damaged()).containsExactly(id + "/actors.csv");
    }

    @Test
    void set_broughtBack_isFoundWhenItIsAskedFor() throws IOException {
        Path elsewhere = atlas.directory().resolve("elsewhere");
        Files.move(set, elsewhere);
        assertThat(get("actors.csv").statusCode()).isEqualTo(404);

        Files.move(elsewhere, set);
        assertThat(get("actors.csv").statusCode()).isEqualTo(200);
    }
}
