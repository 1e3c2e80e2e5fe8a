package eu.solutionatlas.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Reader;

/** What the service says of itself (section 3.1). */
final class Manifest {
    static final int PREVIEW_WIDTH = 430;
    static final int PREVIEW_HEIGHT = 300;

    private Manifest() {}

    /**
     * @param siteName the name of the hub
     * @param reader whose language the addresses keep, if it was asked for
     * @param logo an image
     */
    static ObjectNode of(Iris iris, String siteName, Reader reader, String logo) {
        String base = iris.base() + "reconcile";
        String language = reader.chosen() ? "lang=" + reader.language().tag() : "";
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putArray("versions").add("0.1").add("0.2");
        manifest.put("name", siteName);
        manifest.put("identifierSpace", iris.base());
        manifest.put("schemaSpace", Iris.SHARED + "ns#");
        ArrayNode types = manifest.putArray("defaultTypes");
        Kind.ALL.forEach(kind -> types.add(Answers.type(kind)));
        manifest.put(
                "documentation", iris.base() + "about" + (language.isEmpty() ? "" : "?" + language) + "#reconcile");
        manifest.put("logo", logo);
        manifest.putObject("view").put("url", base + "/view?id={{id}}" + and(language));
        manifest.putObject("preview")
                .put("url", base + "/preview?id={{id}}" + and(language))
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        ObjectNode suggest = manifest.putObject("suggest");
        for (String what : new String[] {"entity", "property", "type"}) {
            String query = language.isEmpty() ? "" : "?" + language;
            ObjectNode service =
                    suggest.putObject(what).put("service_url", base).put("service_path", "/suggest/" + what + query);
            if (what.equals("entity")) {
                service.put("flyout_service_url", base)
                        .put("flyout_service_path", "/flyout/entity?id=${id}" + and(language));
            }
        }
        ObjectNode extend = manifest.putObject("extend");
        extend.putObject("propose_properties").put("service_url", base).put("service_path", "/properties");
        ArrayNode settings = extend.putArray("property_settings");
        settings.addObject()
                .put("name", "limit")
                .put("label", "Limit")
                .put("type", "number")
                .put("default", 0)
                .put("help_text", "Values of each row at most; 0 for all of them");
        ObjectNode languages = settings.addObject()
                .put("name", "language")
                .put("label", "Language")
                .put("type", "select")
                .put("default", reader.language().tag())
                .put("help_text", "The language of names, where there is one in it");
        ArrayNode choices = languages.putArray("choices");
        for (Language one : Language.values()) {
            choices.addObject().put("value", one.tag()).put("name", one.ownName());
        }
        manifest.put("batchSize", QueryReader.MOST_QUERIES);
        return manifest;
    }

    private static String and(String language) {
        return language.isEmpty() ? "" : "&" + language;
    }
}
