package eu.solutionatlas.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Changes as Activity Streams 2.0: the whole as an {@code OrderedCollection}, the oldest first, in pages that lead to the next
 * (section 5.2). The object of an activity is a document of this hub; what it says now is to be had at its address.
 */
final class ActivityStreams {
    static final String MEDIA_TYPE = "application/activity+json";
    private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
    private static final String VERSION = "dataVersion";

    private final Iris iris;

    ActivityStreams(Iris iris) {
        this.iris = iris;
    }

    /** @param oldest the version after which the oldest change that is kept was made */
    byte[] collection(long oldest, DataVersion now) {
        ObjectNode json = begin();
        json.put("id", iris.base() + ChangeRoutes.PATH.substring(1));
        json.put("type", "OrderedCollection");
        json.put("summary", "Every change of this hub's own documents, the oldest first");
        json.put("updated", now.at().toString());
        json.put(VERSION, Long.toString(now.number()));
        json.put("first", address(oldest, 0));
        return bytes(json);
    }

    byte[] page(Page.Place from, Page page) {
        ObjectNode json = begin();
        json.put("id", address(from));
        json.put("type", "OrderedCollectionPage");
        json.put("partOf", iris.base() + ChangeRoutes.PATH.substring(1));
        json.put(VERSION, Long.toString(page.until().number()));
        json.put("updated", page.until().at().toString());
        page.next().ifPresent(next -> json.put("next", address(next)));
        ArrayNode items = json.putArray("orderedItems");
        page.activities().forEach(activity -> items.add(item(activity)));
        return bytes(json);
    }

    private static ObjectNode begin() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode context = json.putArray("@context");
        context.add(CONTEXT);
        context.addObject().put(VERSION, "http://www.w3.org/ns/dcat#version");
        return json;
    }

    private static ObjectNode item(Activity activity) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", activity.kind().type());
        json.put("object", activity.document());
        json.put("published", activity.version().at().toString());
        json.put(VERSION, Long.toString(activity.version().number()));
        return json;
    }

    private String address(Page.Place place) {
        String at = place.after().at().equals(Instant.EPOCH)
                ? ""
                : "&at=" + URLEncoder.encode(place.after().at().toString(), StandardCharsets.UTF_8);
        return address(place.after().number(), place.skip()) + at;
    }

    private String address(long since, int skip) {
        return iris.base() + ChangeRoutes.PATH.substring(1) + "?since=" + since + (skip == 0 ? "" : "&skip=" + skip);
    }

    private static byte[] bytes(ObjectNode json) {
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
