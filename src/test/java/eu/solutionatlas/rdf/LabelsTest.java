package eu.solutionatlas.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static Labels labels(String... tagsAndTexts) {
        TreeMap<String, String> byLanguage = new TreeMap<>();
        for (int i = 0; i < tagsAndTexts.length; i += 2) {
            byLanguage.put(tagsAndTexts[i], tagsAndTexts[i + 1]);
        }
        return new Labels(byLanguage);
    }

    @ParameterizedTest
    @CsvSource({"de,Haus", "en,house", "pl,dom", "cs,house", "hsb,house"})
    void in_readersLanguageThenEnglish(String language, String expected) {
        assertThat(labels("de", "Haus", "en", "house", "pl", "dom").in(language))
                .map(Label::text)
                .contains(expected);
    }

    @Test
    void in_noEnglish() {
        assertThat(labels("cs", "dům", "de", "Haus").in("pl")).contains(new Label("Haus", "de"));
    }

    @Test
    void in_onlyALanguageThatNobodyAskedFor() {
        assertThat(labels("hsb", "dom").in("en")).contains(new Label("dom", "hsb"));
    }

    @Test
    void in_nothing() {
        assertThat(Labels.NONE.in("en")).isEmpty();
    }
}
