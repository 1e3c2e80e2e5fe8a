package eu.solutionatlas.region;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a GeoJSON file (RFC 7946) with one feature for each region, and keeps of it what the map needs: code and shape
 * of the regions that have a tile. Feature by feature, so that a large file does not need many times its size.
 */
final class OutlinesFile {
    private static final int LARGEST = 20 << 20;

    /** Where people put the code of a region, the usual first; the feature's own id comes after these. */
    private static final List<String> CODE_PROPERTIES = List.of("NUTS_ID", "id", "code");

    private static final Set<String> SHAPES = Set.of("Polygon", "MultiPolygon");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file is not what it should be; the message goes on after the file's name. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private final Set<String> wanted;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator out;
    private int features;
    private int kept;

    private OutlinesFile(Set<String> wanted) throws IOException {
        this.wanted = wanted;
        this.out = JSON.getFactory().createGenerator(bytes);
    }

    /**
     * A feature collection of the regions that are wanted, each with its code as id.
     *
     * @throws Unusable saying what is wrong, and where
     */
    static byte[] read(Path file, Set<String> wanted) throws IOException, Unusable {
        if (!Files.isRegularFile(file)) {
            throw new Unusable("is no file");
        }
        if (!Files.isReadable(file)) {
            throw new Unusable("may not be read by this process");
        }
        if (Files.size(file) > LARGEST) {
            throw new Unusable("is larger than 20 MiB; simplify its polygons");
        }
        OutlinesFile outlines = new OutlinesFile(wanted);
        try (JsonParser parser = JSON.getFactory().createParser(file.toFile())) {
            outlines.copy(parser);
        } catch (JsonProcessingException e) {
            throw new Unusable("is not well-formed JSON, at line " + line(e) + ": " + e.getOriginalMessage());
        }
        return outlines.bytes.toByteArray();
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private void copy(JsonParser in) throws IOException, Unusable {
        out.writeStartObject();
        out.writeStringField("type", "FeatureCollection");
        out.writeArrayFieldStart("features");
        boolean collection = false;
        if (in.nextToken() == JsonToken.START_OBJECT) {
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                JsonToken value = in.nextToken();
                if (field.equals("type")) {
                    collection = "FeatureCollection".equals(in.getText());
                } else if (field.equals("features") && value == JsonToken.START_ARRAY) {
                    copyFeatures(in);
                    continue;
                }
                in.skipChildren();
            }
        }
        if (!collection) {
            throw new Unusable(
                    "is no GeoJSON FeatureCollection (expected: an object with \"type\": \"FeatureCollection\""
                            + " and \"features\")");
        }
        if (kept == 0) {
            throw new Unusable("has no feature for any region of the map, among " + features);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }

    private void copyFeatures(JsonParser in) throws IOException, Unusable {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            features++;
            JsonNode feature = JSON.readTree(in);
            if (!feature.path("type").asText().equals("Feature")) {
                throw new Unusable("has something that is no Feature, in place " + features + " of its features");
            }
            String code = code(feature);
            if (wanted.contains(code)) {
                write(code, feature.path("geometry"));
            }
        }
    }

    private String code(JsonNode feature) throws Unusable {
        return Stream.concat(
                        CODE_PROPERTIES.stream()
                                .map(name -> feature.path("properties").path(name)),
                        Stream.of(feature.path("id")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> text.matches("[A-Z]{2}[A-Z0-9]{0,3}"))
                .findFirst()
                .orElseThrow(() -> new Unusable("has a feature without a NUTS code, the " + features
                        + ". (expected: a property NUTS_ID, id or code, or the feature's id)"));
    }

    private void write(String code, JsonNode geometry) throws IOException, Unusable {
        if (!SHAPES.contains(geometry.path("type").asText())) {
            throw new Unusable("has a feature that is neither Polygon nor MultiPolygon: " + code);
        }
        if (!isOnEarth(geometry.path("coordinates"))) {
            throw new Unusable(
                    "has coordinates that are no longitude and latitude in degrees (WGS 84, EPSG:4326): " + code);
        }
        kept++;
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", code);
        out.writeObjectFieldStart("properties");
        out.writeEndObject();
        out.writeFieldName("geometry");
        out.writeTree(geometry);
        out.writeEndObject();
    }

    /** Whether the positions in some nested arrays, of which there must be one, are on this planet. */
    private static boolean isOnEarth(JsonNode coordinates) {
        if (!coordinates.isArray() || coordinates.isEmpty()) {
            return false;
        }
        if (coordinates.path(0).isNumber()) {
            return Math.abs(coordinates.path(0).asDouble()) <= 180
                    && coordinates.path(1).isNumber()
                    && Math.abs(coordinates.path(1).asDouble()) <= 90;
        }
        for (JsonNode part : coordinates) {
            if (!isOnEarth(part)) {
                return false;
            }
        }
        return true;
    }
}
