package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetCheckTest {
    @TempDir
    private static Path shared;

    private static DumpSet set;

    @TempDir
    private Path copy;

    @BeforeAll
    static void write() {
        try (Store store = TemporaryStore.create(Clock.systemUTC())) {
            Loader.publishVocabularies(store);
            new Loader(TestAtlas.IRIS, Shapes.published()).load(store, "test", List.of(Path.of("data")), Progress.NONE);
            set = new SetWriter(store, TestAtlas.IRIS, shared, "Test", Clock.systemUTC()).write();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(set.directory())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    private List<String> complaints() throws IOException {
        return SetCheck.of(copy).complaints();
    }

    private String zipName() {
        return PackageFile.name(set.id()) + ".zip";
    }

    @Test
    void wholeSet_isSound() throws IOException {
        SetCheck check = SetCheck.of(copy);

        assertThat(check.complaints()).isEmpty();
        assertThat(check.checked()).isEqualTo(set.files().size());
    }

    @Test
    void packageAlone_isSoundByTheManifestInIt(@TempDir Path elsewhere) throws IOException {
        Path zip = Files.move(copy.resolve(zipName()), elsewhere.resolve("renamed.zip"));

        SetCheck check = SetCheck.of(zip);

        assertThat(check.complaints()).isEmpty();
        assertThat(check.checked()).isEqualTo(set.files().size() - 1);
    }

    @Test
    void oneFile_isCheckedByTheManifestBesideIt() throws IOException {
        assertThat(SetCheck.of(copy.resolve("solutions.csv")))
                .isEqualTo(new SetCheck(set.id().toString(), 1, List.of()));
    }

    @Test
    void missingFile_isNamed() throws IOException {
        Files.delete(copy.resolve("themes.csv"));

        assertThat(complaints()).containsExactly("themes.csv is missing");
    }

    @Test
    void changedByte_isFound() throws IOException {
        byte[] bytes = Files.readAllBytes(copy.resolve("README.md"));
        bytes[10] ^= 1;
        Files.write(copy.resolve("README.md"), bytes);

        assertThat(complaints()).singleElement().asString().startsWith("README.md is not as it was: its SHA-256 is ");
    }

    @Test
    void cutFile_isFoundBySizeAndChecksum() throws IOException {
        byte[] bytes = Files.readAllBytes(copy.resolve("catalogue.nq.gz"));
        Files.write(copy.resolve("catalogue.nq.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(complaints())
                .anyMatch(line -> line.startsWith("catalogue.nq.gz has " + bytes.length / 2 + " bytes"))
                .anyMatch(line -> line.startsWith("catalogue.nq.gz is not as it was"));
    }

    /** Puts one statement in the place of all, with the size and the checksum in the manifest to match. */
    private DumpFile replaced(String statement) throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(one)) {
            gzip.write(statement.getBytes(StandardCharsets.UTF_8));
        }
        DumpFile file = set.file("catalogue.nq.gz").orElseThrow();
        DumpFile other = DumpFile.of(file.name(), file.format(), "", one.toByteArray());
        Files.write(copy.resolve(file.name()), one.toByteArray());
        changeManifest(manifest -> manifest.replace(file.sha256(), other.sha256())
                .replace("\"bytes\" : " + file.bytes(), "\"bytes\" : " + other.bytes()));
        return file;
    }

    @Test
    void otherNumberOfStatements_isFoundThoughTheChecksumWasMended() throws IOException {
        DumpFile file = replaced("<a:a> <a:b> <a:c> <a:d> .\n");

        assertThat(complaints()).containsExactly("catalogue.nq.gz has 1 quads, but the manifest says " + file.count());
    }

    @Test
    void textWithANonCharacter_canBeRead() throws IOException {
        DumpFile file = replaced("<a:a> <a:b> \"\uFFFE\" <a:d> .\n");

        assertThat(complaints()).containsExactly("catalogue.nq.gz has 1 quads, but the manifest says " + file.count());
    }

    @Test
    void statementThatIsNone_isFoundThoughTheChecksumWasMended() throws IOException {
        replaced("<a:a> nonsense <a:d> .\n");

        assertThat(complaints()).singleElement().asString().startsWith("catalogue.nq.gz cannot be read as N-Quads");
    }

    @Test
    void strangerInTheSet_isFound() throws IOException {
        Files.writeString(copy.resolve("more.csv"), "x");

        assertThat(complaints()).containsExactly("more.csv is there, but the manifest does not know it");
    }

    @Test
    void withoutManifest_cannotBeChecked() throws IOException {
        Files.delete(copy.resolve("manifest.json"));

        assertThatThrownBy(() -> SetCheck.of(copy))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void manifestThatNamesAPath_isNotFollowed() throws IOException {
        changeManifest(manifest -> manifest.replace("themes.csv", "../../etc/passwd"));

        assertThatThrownBy(() -> SetCheck.of(copy))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("manifest");
    }

    private void changeManifest(UnaryOperator<String> change) throws IOException {
        Path manifest = copy.resolve("manifest.json");
        Files.writeString(manifest, change.apply(Files.readString(manifest)));
    }

    @Test
    void packageWithTwoFilesOfOneName_isRefused(@TempDir Path elsewhere) throws IOException {
        Path zip = Files.move(copy.resolve(zipName()), elsewhere.resolve("renamed.zip"));
        try (FileSystem entries = FileSystems.newFileSystem(zip)) {
            Files.createDirectory(entries.getPath("other"));
            Files.writeString(entries.getPath("other", "README.md"), "different");
        }

        assertThatThrownBy(() -> SetCheck.of(zip)).hasMessageContaining("two files of one name: README.md");
    }

    @Test
    void manifestThatNamesAFileTwice_isRefused() throws IOException {
        changeManifest(manifest -> manifest.replace("themes.csv", "regions.csv"));

        assertThatThrownBy(() -> SetCheck.of(copy)).hasMessageContaining("names the file regions.csv twice");
    }

    @Test
    void manifestThatIsNoJson_saysWhere() throws IOException {
        Files.writeString(copy.resolve("manifest.json"), "{\n  nonsense");

        assertThatThrownBy(() -> SetCheck.of(copy))
                .hasMessageContaining("line 2, column")
                .hasMessageNotContaining("Source");
    }

    @Test
    void manifestOfAnotherName_isRefused() throws IOException {
        changeManifest(manifest -> manifest.replaceFirst("\"id\" : \"[^\"]*\"", "\"id\" : \"2020-01-01-v99\""));

        assertThatThrownBy(() -> SetCheck.of(copy)).hasMessageContaining("the name of the set is not that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licence", "software", "base"})
    void manifestThatLacksSomething_isRefused(String what) throws IOException {
        changeManifest(manifest -> manifest.replaceFirst("\"" + what + "\" : \"[^\"]*\",", ""));

        assertThatThrownBy(() -> SetCheck.of(copy)).hasMessageContaining("it lacks the software");
    }

    @Test
    void manifestWithNoChecksum_isRefused() throws IOException {
        changeManifest(manifest -> manifest.replaceFirst("\"sha256\" : \"[^\"]*\"", "\"sha256\" : \"nothex\""));

        assertThatThrownBy(() -> SetCheck.of(copy)).hasMessageContaining("that is none");
    }

    @Test
    void emptyManifest_isNoManifest() throws IOException {
        Files.writeString(copy.resolve("manifest.json"), "{}");

        assertThatThrownBy(() -> SetCheck.of(copy)).isInstanceOf(IOException.class);
    }

    @Test
    void countOfNothing_isCompared() throws IOException {
        Path manifest = copy.resolve(Manifest.FILE_NAME);
        String text = Files.readString(manifest);
        long count = set.file("solutions.csv").orElseThrow().count();
        Files.writeString(manifest, text.replaceFirst("\"count\" ?: ?" + count + "\\b", "\"count\" : 0"));

        assertThat(complaints()).containsExactly("solutions.csv has " + count + " rows, but the manifest says 0");
    }

    @Test
    void directoryInPlaceOfAFile_isNone() throws IOException {
        Files.delete(copy.resolve("actors.csv"));
        Files.createDirectory(copy.resolve("actors.csv"));

        assertThat(complaints()).containsExactly("actors.csv is no file");
    }

    @Test
    void everyTable_saysHowManyRowsItHas() {
        assertThat(set.files().stream().filter(file -> file.format() == DumpFormat.CSV))
                .allSatisfy(file -> assertThat(file.count()).as(file.name()).isPositive());
    }

    @Test
    void checksumsThatContradictTheManifest_areFound() throws IOException {
        DumpFile sums = set.file(Checksums.FILE_NAME).orElseThrow();
        byte[] other = Files.readString(copy.resolve(sums.name()))
                .replace(set.file("actors.csv").orElseThrow().sha256(), "0".repeat(64))
                .getBytes(StandardCharsets.UTF_8);
        Files.write(copy.resolve(sums.name()), other);
        changeManifest(manifest -> manifest.replace(
                sums.sha256(),
                DumpFile.of(sums.name(), sums.format(), "", other).sha256()));

        assertThat(complaints()).containsExactly("SHA256SUMS does not have the checksums that the manifest has");
    }

    @Test
    void changedFile_isNotGivenToAParser() throws IOException {
        Files.writeString(copy.resolve("catalogue.jsonld.gz"), "no archive");

        assertThat(complaints()).hasSize(2).noneMatch(line -> line.contains("cannot be read"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void packageBesideAPipeNamedLikeAManifest_isSoundByTheManifestInIt(@TempDir Path elsewhere)
            throws IOException, InterruptedException {
        Path zip = Files.move(copy.resolve(zipName()), elsewhere.resolve("renamed.zip"));
        Path pipe = elsewhere.resolve(Manifest.FILE_NAME);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(SetCheck.of(zip).complaints()).isEmpty();
    }
}
