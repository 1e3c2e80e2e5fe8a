package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Pattern TEXT =
            Pattern.compile("(?:\\bframe|Messages\\.in\\(language\\))\\s*\\.text\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern COUNT = Pattern.compile("\\bframe\\s*\\.count\\(\\s*\"([a-z.-]+)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void keys_areThoseThatPagesUse(Language language) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            collect(TEXT, source, used, List.of(""));
            collect(COUNT, source, used, pluralForms(language));
        }

        assertThat(Messages.in(language).byKey().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void texts_haveThePlacesThatTheDefaultHas(Language language) {
        Messages.in(language)
                .byKey()
                .forEach((key, text) -> assertThat(places(text))
                        .as(key)
                        .isEqualTo(places(Messages.in(Language.DEFAULT).byKey().getOrDefault(key, text))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void texts_areNotBlank(Language language) {
        assertThat(Messages.in(language).byKey().values()).noneMatch(String::isBlank);
    }

    @Test
    void text_unknownKey() {
        assertThatThrownBy(() -> Messages.in(Language.EN).text("no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.key");
    }

    @Test
    void count_oneAndMany() {
        assertThat(Messages.in(Language.EN).count("count.solutions", 1)).isEqualTo("1 solution");
        assertThat(Messages.in(Language.EN).count("count.solutions", 40_000)).isEqualTo("40,000 solutions");
        assertThat(Messages.in(Language.DE).count("count.solutions", 40_000)).isEqualTo("40.000 Lösungen");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file ->
                            file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static void collect(Pattern pattern, String source, Set<String> used, List<String> endings) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            endings.forEach(ending -> used.add(matcher.group(1) + ending));
        }
    }

    /** Every form that some number takes. */
    private static List<String> pluralForms(Language language) {
        return Stream.iterate(0, number -> number + 1)
                .limit(200)
                .map(number -> "." + language.pluralForm(number))
                .distinct()
                .toList();
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d\\}").matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
