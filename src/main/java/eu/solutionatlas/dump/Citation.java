package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Licence;
import java.util.regex.Pattern;

/**
 * How to name a set in a text, and the same for programs that keep literature.
 *
 * @param hub what the hub is called
 * @param base the hub's base IRI
 */
public record Citation(DumpId id, DataVersion version, String hub, String base, Licence licence) {
    /** What means something to TeX outside of an address. */
    private static final Pattern SPECIAL = Pattern.compile("[#$%&_]");

    /** How to name a set that there is. */
    public static Citation of(DumpSet set) {
        return new Citation(set.id(), set.version(), set.hub(), set.base(), new Licence(set.licence()));
    }

    /** Where the set is to be had. */
    public String address() {
        return base + "dump/" + id + "/";
    }

    /** Hub and state of the data. */
    String title() {
        return hub + ", data version " + version.number() + " of " + id.date();
    }

    private String work() {
        return "Catalogue of digital solutions, data version " + version.number() + " of " + id.date();
    }

    /** In a text, in English. */
    public String text() {
        return hub + " (" + id.date().getYear() + "): " + work() + ". " + address() + ". Licence: " + licence.name()
                + ".";
    }

    /** An entry for BibTeX; of a kind that its oldest styles know as well. */
    public String bibTex() {
        return """
                @misc{solution-atlas-%1$s,
                  author = {{%2$s}},
                  title = {{%3$s}},
                  year = {%4$s},
                  version = {%5$s},
                  url = {%6$s},
                  note = {Data set. Licence: %7$s}
                }
                """.formatted(
                id, tex(hub), tex(work()), id.date().getYear(), version.number(), address(), tex(licence.name()));
    }

    private static String tex(String text) {
        String plain = text.replace("\\", "/")
                .replace("{", "(")
                .replace("}", ")")
                .replace("~", "-")
                .replace("^", "");
        return SPECIAL.matcher(plain).replaceAll("\\\\$0");
    }

    /** A record in the format RIS. */
    String ris() {
        return String.join(
                "\r\n",
                "TY  - DATA",
                "AU  - " + line(hub),
                "TI  - " + line(work()),
                "PY  - " + id.date().getYear(),
                "DA  - " + id.date().toString().replace('-', '/'),
                "ET  - " + version.number(),
                "PB  - " + line(hub),
                "UR  - " + address(),
                "N1  - Licence: " + licence.name(),
                "ER  - ",
                "");
    }

    /** Citation File Format 1.2.0. */
    String cff() {
        return """
                cff-version: 1.2.0
                message: "If you use this data, please cite it as below."
                type: dataset
                title: %1$s
                authors:
                  - name: %2$s
                version: "%3$s"
                date-released: %4$s
                %5$s
                url: %6$s
                """.formatted(
                        yaml(work()),
                        yaml(hub),
                        version.number(),
                        id.date(),
                        licence.spdx().map(name -> "license: " + name).orElse("license-url: " + yaml(licence.iri())),
                        yaml(address()));
    }

    private static String yaml(String text) {
        return "\"" + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
