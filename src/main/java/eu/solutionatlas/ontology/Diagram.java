package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Label;
import java.util.List;
import java.util.Optional;

/**
 * Classes as boxes, and what leads from one to another as lines: a picture, and the same in words for whoever does not see
 * it. Lengths are user units of SVG, of which one is a pixel.
 */
public record Diagram(int width, int height, List<Box> boxes, List<Line> lines, List<Words> words) {

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    /**
     * A class.
     *
     * @param own whether it is defined here
     * @param rows the properties that have a plain value
     */
    public record Box(
            int x,
            int y,
            int width,
            int height,
            String shortName,
            Optional<Label> label,
            boolean own,
            List<Row> rows) {}

    /**
     * A line of text.
     *
     * @param y of its baseline
     * @param value what is said after it, such as a datatype; may be empty
     */
    public record Row(int y, Label label, String value) {}

    /**
     * From one class to another.
     *
     * @param path in SVG's language of paths
     * @param general whether it leads to the more general class; else it stands for properties
     * @param names of those properties
     * @param x of the middle of the names
     */
    public record Line(String path, boolean general, List<Row> names, int x) {}

    /**
     * A class in words.
     *
     * @param above short names of the more general classes
     * @param values properties with a plain value, and its datatype
     * @param links properties, and the class that they lead to
     */
    public record Words(
            String shortName, Optional<Label> label, List<String> above, List<Said> values, List<Said> links) {}

    /** A property and what its value is. */
    public record Said(Label property, String value) {}
}
