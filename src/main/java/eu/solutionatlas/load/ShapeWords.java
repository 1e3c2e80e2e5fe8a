package eu.solutionatlas.load;

import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.settings.Nearest;
import eu.solutionatlas.shape.ShapeResult;
import eu.solutionatlas.shape.Shapes;

/** What shapes find, in the words that those who write entries read. */
public final class ShapeWords {
    private ShapeWords() {}

    /** What is wrong, what stands there in the words of the file, and what was probably meant by an unknown property. */
    public static String of(ShapeResult result, Shapes shapes) {
        return result.messages().in("en", "does not have the right shape").text() + at(result, shapes);
    }

    /** How bad it is for an entry. */
    public static Finding.Level level(ShapeResult result) {
        return switch (result.severity()) {
            case VIOLATION -> Finding.Level.ERROR;
            case WARNING -> Finding.Level.WARNING;
            case INFO -> Finding.Level.HINT;
        };
    }

    private static String at(ShapeResult result, Shapes shapes) {
        if (result.value().isEmpty()) {
            return "";
        }
        String property = result.path().map(Prefixes::show).orElse("");
        String meant = result.path()
                .filter(path -> !shapes.properties().contains(path))
                .flatMap(path ->
                        Nearest.to(property, shapes.properties().stream().map(Prefixes::show)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return " (here: " + (property + " " + Prefixes.show(result.value().get())).strip() + meant + ")";
    }
}
