package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;

/**
 * Finds what a row of a table means. The score is the likeness of the names, and what else the row says moves it. A match is
 * claimed only where a person who looked would not hesitate: the very name, or an address that only one has, and nothing
 * that speaks against it or for another one as well.
 */
final class Reconciler {
    /** Names that are less alike than this are not worth a look. */
    private static final double LEAST = 40;
    /** The most that likeness of names that are not the same can give. */
    private static final double MOST_ALIKE = 88;

    private static final double AGREES = 5;
    private static final double DISAGREES = 15;
    private static final double SAME_ADDRESS = 96;
    /** An address says who it is, unless the name is that of somebody else. */
    private static final double NOT_SOMEBODY_ELSE = 45;

    private static final double OTHER_TYPE = 20;
    private static final Set<Property> ADDRESSES = Set.of(Property.HOMEPAGE, Property.IRI);
    /** A row that says where may mean a namesake, as long as we do not know that ours is there. */
    private static final Set<Property> PLACES = Set.of(Property.REGION, Property.COUNTRY);

    private static final String MUNICIPALITY = "https://w3id.org/solution-atlas/actor-kind/municipality";

    private final Things things;
    private final Spellings spellings;
    private final Agreement agreement;

    Reconciler(Things things, Spellings spellings) {
        this.things = things;
        this.spellings = spellings;
        this.agreement = new Agreement(things, spellings);
    }

    Candidate.Found find(Query query) {
        Spelling asked = Spelling.of(query.name());
        Optional<Entity> named =
                things.ids().place(query.name()).isPresent() ? things.byId(query.name()) : Optional.empty();
        List<Candidate> candidates = new ArrayList<>();
        for (Entity entity : possible(query).values()) {
            Candidate candidate = judge(query, asked, named, entity);
            if (candidate.score() >= LEAST) {
                candidates.add(candidate);
            }
        }
        candidates.sort(Comparator.comparing(Candidate::sure)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Candidate::score).reversed())
                .thenComparing(Comparator.comparingDouble(Candidate::likeness).reversed())
                .thenComparing(candidate -> candidate.entity().hub().isPresent())
                .thenComparing(candidate -> candidate.entity().id()));
        boolean match = candidates.stream().filter(Candidate::sure).count() == 1;
        return new Candidate.Found(candidates.stream().limit(query.limit()).toList(), match);
    }

    private Map<String, Entity> possible(Query query) {
        Map<String, Entity> possible = new LinkedHashMap<>();
        List<String> identifiers = new ArrayList<>(query.values(Property.IRI));
        if (things.ids().place(query.name()).isPresent()) {
            identifiers.add(query.name());
        }
        things.byIds(identifiers).values().forEach(entity -> possible.put(entity.id(), entity));
        things.identified(query.values(Property.HOMEPAGE), identifiers)
                .forEach(entity -> possible.put(entity.id(), entity));
        for (Kind kind : Kind.ALL) {
            if (!query.name().isEmpty() && (!query.only() || query.kinds().contains(kind))) {
                things.near(kind, query.name()).forEach(entity -> possible.putIfAbsent(entity.id(), entity));
            }
        }
        if (query.only()) {
            possible.values().removeIf(entity -> !query.kinds().contains(entity.kind()));
        }
        return possible;
    }

    /** @param named what the name is the identifier of, if it is one */
    private Candidate judge(Query query, Spelling asked, Optional<Entity> named, Entity entity) {
        Sameness sameness = Sameness.NONE;
        double alike = 0;
        for (Spelling name : spellings.of(entity.names())) {
            Sameness one = Sameness.of(asked, name);
            if (one == Sameness.CORE && !isPossible(asked, name, entity)) {
                one = Sameness.PART;
            }
            sameness = one.compareTo(sameness) < 0 ? one : sameness;
            if (sameness == Sameness.NONE) {
                alike = Math.max(alike, NameLikeness.of(asked, name));
            }
        }
        if (isCode(query.name(), entity)) {
            sameness = Sameness.WHOLE;
        }
        double likeness = sameness == Sameness.NONE ? MOST_ALIKE * alike : sameness.score();
        boolean direct = named.map(Entity::id).filter(entity.id()::equals).isPresent()
                || (things.ids().place(query.name()).isPresent()
                        && query.name().equals(entity.thing().getURI()));
        Map<Property, Boolean> agreements = agreements(query, entity, likeness);
        boolean sameAddress = ADDRESSES.stream().anyMatch(one -> agreements.getOrDefault(one, false))
                && (query.name().isEmpty() || likeness >= NOT_SOMEBODY_ELSE);
        double score = sameAddress || direct ? Math.max(SAME_ADDRESS, likeness) : likeness;
        for (boolean agrees : agreements.values()) {
            score += agrees ? AGREES : -DISAGREES;
        }
        boolean wanted = query.kinds().isEmpty() || query.kinds().contains(entity.kind());
        score = Math.clamp(wanted ? score : score - OTHER_TYPE, 0, direct || sameness == Sameness.WHOLE ? 100 : 99);
        boolean sure = wanted
                && !agreements.containsValue(false)
                && PLACES.stream().allMatch(place -> query.values(place).isEmpty() || agreements.containsKey(place))
                && (sameness.isSure() || sameAddress || direct);
        return new Candidate(entity, direct ? 100 : score, sure, sameness, likeness, agreements);
    }

    /** Facts are read only of what has a name like the one asked for, or nothing but facts to go by. */
    private Map<Property, Boolean> agreements(Query query, Entity entity, double likeness) {
        Map<Property, Boolean> agreements = new EnumMap<>(Property.class);
        if (query.properties().isEmpty() || (likeness < LEAST && !query.name().isEmpty())) {
            return agreements;
        }
        Facts facts = new Facts(things, entity);
        query.properties()
                .forEach((property, values) ->
                        agreement.of(property, values, facts).ifPresent(agrees -> agreements.put(property, agrees)));
        return agreements;
    }

    /** "Stadt" is said of municipalities only, and companies have the legal forms of their country. */
    private boolean isPossible(Spelling asked, Spelling name, Entity entity) {
        if (asked.rank().isEmpty() && asked.form().isEmpty()) {
            return true;
        }
        if (entity.kind() != Kind.ACTOR) {
            return asked.rank().equals(name.rank()) && asked.form().equals(name.form());
        }
        Facts facts = new Facts(things, entity);
        boolean rank = asked.rank().isEmpty()
                || entity.facts().get().contains(entity.thing(), ATLAS.actorKind, NodeFactory.createURI(MUNICIPALITY));
        List<String> countries = facts.countryCodes();
        Optional<String> form = asked.form();
        return rank
                && (form.isEmpty()
                        || form.equals(name.form())
                        || Titles.isEverywhere(form.get())
                        || countries.stream().anyMatch(country -> Titles.fits(form.get(), country)));
    }

    private static boolean isCode(String name, Entity entity) {
        return !entity.kind().isEntry()
                && entity.id().regionMatches(true, entity.id().indexOf('/') + 1, name, 0, name.length())
                && entity.id().length() == entity.id().indexOf('/') + 1 + name.length();
    }
}
