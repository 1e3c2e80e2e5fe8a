package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                    | true",
                "deflate, gzip;q=1.0, br | true",
                "x-gzip                  | true",
                "*                       | true",
                "gzip;q=0                | false",
                "gzip;q=0.000, *         | false",
                "identity                | false",
                "br                      | false",
                "*;q=0                   | false",
                ";                       | false",
                "''                      | false"
            })
    void acceptsGzip_followsTheHeader(String header, boolean accepted) {
        assertThat(Encodings.acceptsGzip(header)).isEqualTo(accepted);
    }

    @Test
    void acceptsGzip_noHeader_meansPlain() {
        assertThat(Encodings.acceptsGzip(null)).isFalse();
    }
}
