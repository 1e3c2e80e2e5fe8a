package eu.solutionatlas.joining;

import eu.solutionatlas.control.Order;
import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What the operator says of a hub that is added, in place of what was found out.
 *
 * @param wrong what is no value of its option, in words
 */
record Additions(
        Optional<String> id,
        Labels name,
        List<Node> regions,
        List<String> spaces,
        Optional<String> endpoint,
        Optional<String> dump,
        Contact contact,
        boolean paused,
        List<String> wrong) {
    private static final int LONGEST_TEXT = 200;

    /** With nothing in it that an IRI cannot have, since it becomes one: {@code mailto:}. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{Z}\\p{C}@<>\"{}|\\\\^`#?%]+@[^\\s\\p{Z}\\p{C}@<>\"{}|\\\\^`#?%]+");

    static Additions of(Order order) {
        List<String> wrong = new ArrayList<>();
        order.one("id").filter(id -> !Partner.isId(id)).ifPresent(id -> wrong.add("--id " + noId(id)));
        order.all("space").stream()
                .filter(space -> !Spaces.isSound(space))
                .forEach(space -> wrong.add("--space " + space
                        + ": it has to be like https://atlas.example.org/, with a slash after the host"));
        for (String option : List.of("endpoint", "dump")) {
            order.one(option)
                    .filter(address -> AnnounceRoutes.parse(address).isEmpty())
                    .ifPresent(
                            address -> wrong.add("--" + option + " " + address + ": that is no http or https address"));
        }
        order.one("contact-email")
                .filter(email -> !EMAIL.matcher(email).matches())
                .ifPresent(email -> wrong.add("--contact-email " + email + ": that is no e-mail address"));
        order.one("contact-role")
                .filter(role -> !isText(role))
                .ifPresent(role -> wrong.add(
                        "--contact-role: at most " + LONGEST_TEXT + " characters, and some, all of them visible"));
        return new Additions(
                order.one("id"),
                name(order, wrong),
                regions(order, wrong),
                order.all("space"),
                order.one("endpoint"),
                order.one("dump"),
                new Contact(order.one("contact-role"), order.one("contact-email")),
                order.has("paused"),
                List.copyOf(wrong));
    }

    /** Why a text is no short name. */
    static String noId(String text) {
        return text + ": a short name has lower-case letters, digits and single hyphens, at most " + Partner.MAX_ID
                + " characters, and is not 'here'";
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT && Modest.isPrintable(text);
    }

    private static Labels name(Order order, List<String> wrong) {
        TreeMap<String, String> names = new TreeMap<>();
        for (String given : order.all("name")) {
            int at = given.lastIndexOf('@');
            String language = given.substring(at + 1).toLowerCase(java.util.Locale.ROOT);
            String text = given.substring(0, Math.max(at, 0)).strip();
            boolean sound = isText(text) && language.matches("[a-z]{2,8}(?:-[a-z0-9]{1,8})*");
            if (!sound) {
                wrong.add(
                        "--name " + given + ": write it like 'Atlas Liberec@en', with the language at the end, at most "
                                + LONGEST_TEXT + " characters");
            }
            names.put(language, text);
        }
        return new Labels(names);
    }

    private static List<Node> regions(Order order, List<String> wrong) {
        List<Node> regions = new ArrayList<>();
        for (String code : order.all("region")) {
            Node region = NodeFactory.createURI(Iris.NUTS + code);
            if (!Modest.isRegion(region)) {
                wrong.add("--region " + code + ": a NUTS code is like CZ051");
            }
            regions.add(region);
        }
        return regions;
    }

    /**
     * The hub as it is to be registered.
     *
     * @param found what was found out
     * @param known what the register says already
     */
    Partner apply(Partner found, Optional<Partner> known, String chosenId) {
        Labels foundName = found.name().isEmpty() ? known.map(Partner::name).orElse(Labels.NONE) : found.name();
        List<Node> foundRegions =
                found.regions().isEmpty() ? known.map(Partner::regions).orElse(List.of()) : found.regions();
        List<String> foundSpaces =
                found.spaces().isEmpty() ? known.map(Partner::spaces).orElse(List.of()) : found.spaces();
        Contact before = known.map(Partner::contact).orElse(Contact.NONE);
        return new Partner(
                chosenId,
                name.isEmpty() ? foundName : name,
                found.homepage().or(() -> known.flatMap(Partner::homepage)),
                regions.isEmpty() ? foundRegions : regions,
                spaces.isEmpty() ? foundSpaces : spaces,
                endpoint.or(found::endpoint),
                dump.or(found::dump),
                found.changes(),
                new Contact(contact.role().or(before::role), contact.email().or(before::email)),
                state(known),
                known.flatMap(Partner::since));
    }

    /** Who is added by name is decided about; who was paused before stays so. */
    private HubState state(Optional<Partner> known) {
        boolean stays =
                known.filter(partner -> partner.state() == HubState.PAUSED).isPresent();
        return paused || stays ? HubState.PAUSED : HubState.ACTIVE;
    }
}
