package eu.solutionatlas.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.web.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers as the API has them (sections 4.2, 6 and 7), in one language. */
final class Answers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double TENTHS = 10;

    private final Things things;
    private final Language language;

    Answers(Things things, Language language) {
        this.things = things;
        this.language = language;
    }

    ObjectNode found(Map<String, Candidate.Found> results) {
        ObjectNode answer = JSON.objectNode();
        results.forEach((key, found) -> {
            ArrayNode candidates = answer.putObject(key).putArray("result");
            for (int i = 0; i < found.candidates().size(); i++) {
                candidates.add(candidate(found.candidates().get(i), i == 0 && found.match()));
            }
        });
        return answer;
    }

    private ObjectNode candidate(Candidate candidate, boolean match) {
        ObjectNode node = entity(candidate.entity());
        node.putArray("type").add(type(candidate.entity().kind()));
        node.put("score", Math.round(candidate.score() * TENTHS) / TENTHS);
        node.put("match", match);
        ArrayNode features = node.putArray("features");
        feature(features, "name_likeness").put("value", Math.round(candidate.likeness() * TENTHS) / TENTHS);
        feature(features, "same_name").put("value", candidate.sameness().isSure());
        candidate
                .agreements()
                .forEach((property, agrees) -> feature(features, property.id()).put("value", agrees));
        return node;
    }

    private static ObjectNode feature(ArrayNode features, String id) {
        return features.addObject().put("id", id);
    }

    private ObjectNode entity(Entity entity) {
        ObjectNode node = JSON.objectNode();
        node.put("id", entity.id());
        node.put("name", entity.name(language.tag()));
        String description = description(entity);
        if (!description.isEmpty()) {
            node.put("description", description);
        }
        return node;
    }

    /** What tells things of one name apart: what kind, where, of which hub. */
    String description(Entity entity) {
        Facts facts = new Facts(things, entity);
        List<Property> telling = switch (entity.kind()) {
            case ACTOR -> List.of(Property.KIND, Property.REGION, Property.HUB);
            case SOLUTION -> List.of(Property.PROVIDER, Property.REGION, Property.HUB);
            case THEME -> List.of(Property.BROADER);
            case REGION -> List.of(Property.CODE, Property.BROADER);
        };
        List<String> parts = new ArrayList<>();
        telling.forEach(property -> words(facts.of(property, language.tag())).ifPresent(parts::add));
        return String.join(" · ", parts);
    }

    private Optional<String> words(List<Value> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().limit(2).map(this::words).collect(Collectors.joining(", ")));
    }

    /** A value for people. */
    String words(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> Long.toString(number.number());
            case Value.Day day -> day.day().toString();
            case Value.Thing thing ->
                thing.names().in(language.tag(), thing.id()).text();
        };
    }

    static ObjectNode type(Kind kind) {
        return JSON.objectNode().put("id", kind.id()).put("name", kind.title());
    }

    static ObjectNode property(Property property) {
        ObjectNode node = JSON.objectNode().put("id", property.id()).put("name", property.title());
        property.type().ifPresent(kind -> node.set("type", type(kind)));
        return node;
    }

    ObjectNode suggestions(Collection<Entity> entities) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode result = answer.putArray("result");
        entities.forEach(entity -> {
            ObjectNode node = entity(entity);
            node.putArray("notable").add(type(entity.kind()));
            result.add(node);
        });
        return answer;
    }

    /** Values of properties; a row for each thing that was asked for, without values where there is no such thing. */
    ObjectNode values(QueryReader.Wanted wanted) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode meta = answer.putArray("meta");
        wanted.properties().forEach(column -> meta.add(property(column.property())));
        Map<String, Entity> entities = things.byIds(wanted.ids());
        ObjectNode rows = answer.putObject("rows");
        for (String id : wanted.ids()) {
            ObjectNode row = rows.putObject(id);
            Optional<Facts> facts = Optional.ofNullable(entities.get(id)).map(entity -> new Facts(things, entity));
            for (QueryReader.Column column : wanted.properties()) {
                ArrayNode cell = row.putArray(column.property().id());
                String tag = column.language().isEmpty() ? language.tag() : column.language();
                facts.map(known -> known.of(column.property(), tag)).orElse(List.of()).stream()
                        .limit(column.most() == 0 ? Long.MAX_VALUE : column.most())
                        .forEach(value -> cell.add(cell(column.property(), value, tag)));
            }
        }
        return answer;
    }

    private static ObjectNode cell(Property property, Value value, String tag) {
        ObjectNode cell = JSON.objectNode();
        switch (value) {
            case Value.Text text -> cell.put("str", text.text());
            case Value.Number number -> cell.put("int", number.number());
            case Value.Day day -> cell.put("date", day.day() + "T00:00:00Z");
            case Value.Thing thing -> {
                String name = thing.names().in(tag, thing.id()).text();
                if (property.range() == Property.Range.WORD) {
                    // A concept that is none of the types: a client could do nothing with its identifier.
                    cell.put("str", name);
                } else {
                    cell.put("id", thing.id()).put("name", name);
                }
            }
        }
        return cell;
    }
}
