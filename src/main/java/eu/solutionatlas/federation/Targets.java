package eu.solutionatlas.federation;

import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Register;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/**
 * The hubs that can be asked at one moment, and what queries call them: {@code urn:hubs:all}, {@code urn:hubs:others},
 * {@code urn:hubs:country:CZ}, {@code urn:hubs:region:DED}, {@code urn:hub:liberec}, or the address of a registered
 * endpoint.
 */
final class Targets {
    static final String ALL = "urn:hubs:all";
    private static final String OTHERS = "urn:hubs:others";
    private static final String COUNTRY = "urn:hubs:country:";
    private static final String REGION = "urn:hubs:region:";
    private static final String HUB = "urn:hub:";

    private final List<Target> all;

    private Targets(List<Target> all) {
        this.all = all;
    }

    /**
     * This hub and its active partners.
     *
     * @param ownRegions that this hub serves
     */
    static Targets of(String ownId, Iris iris, List<Node> ownRegions, Register register) {
        List<Target> all = new ArrayList<>();
        all.add(new Target(ownId, Target.Access.HERE, Optional.empty(), List.of(iris.base()), codes(ownRegions), true));
        for (Partner partner : register.active()) {
            if (!partner.id().equals(ownId)) {
                boolean live = partner.endpoint().isPresent();
                all.add(new Target(
                        partner.id(),
                        live ? Target.Access.ENDPOINT : Target.Access.COPY,
                        partner.endpoint().map(URI::create),
                        partner.spaces(),
                        codes(partner.regions()),
                        // Copies are asked here, by our own software.
                        !live || partner.changes().isPresent()));
            }
        }
        return new Targets(List.copyOf(all));
    }

    private static List<String> codes(List<Node> regions) {
        return regions.stream()
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(Iris.NUTS))
                .map(iri -> iri.substring(Iris.NUTS.length()))
                .toList();
    }

    List<Target> all() {
        return all;
    }

    /** Whether a name after SERVICE means hubs at all, known or not. */
    static boolean isName(String service) {
        return service.startsWith("urn:hub:") || service.startsWith("urn:hubs:");
    }

    /** Whether a name means a group, whatever hubs are in it, and not a hub. */
    static boolean isGroup(String service) {
        return service.startsWith("urn:hubs:");
    }

    /** Whether a query may name this after SERVICE. */
    boolean allows(String service) {
        return isName(service) || byEndpoint(service).isPresent();
    }

    private Optional<Target> byEndpoint(String iri) {
        return all.stream()
                .filter(target ->
                        target.endpoint().map(URI::toString).filter(iri::equals).isPresent())
                .findFirst();
    }

    /**
     * The hubs that a name after SERVICE means.
     *
     * @throws ProblemException 400 for a name that means none
     */
    List<Target> named(String service) {
        Optional<Target> endpoint = byEndpoint(service);
        if (endpoint.isPresent()) {
            return List.of(endpoint.get());
        }
        List<Target> found = all.stream().filter(meant(service)).toList();
        if (found.isEmpty() && !service.equals(OTHERS)) {
            throw new ProblemException(Problem.badRequest(
                            "no-such-hub",
                            "SERVICE <" + service + "> means no hub that is registered here. There are <" + ALL + ">, <"
                                    + OTHERS + ">, <" + COUNTRY + "CC>, <" + REGION + "NUTS>, and "
                                    + String.join(
                                            ", ",
                                            all.stream()
                                                    .map(target -> "<" + HUB + target.id() + ">")
                                                    .toList())
                                    + ".")
                    .with("service", service));
        }
        return found;
    }

    private static Predicate<Target> meant(String service) {
        if (service.equals(ALL)) {
            return target -> true;
        }
        if (service.equals(OTHERS)) {
            return target -> !target.isThisHub();
        }
        if (service.startsWith(COUNTRY)) {
            return serves(service.substring(COUNTRY.length()));
        }
        if (service.startsWith(REGION)) {
            return serves(service.substring(REGION.length()));
        }
        return target -> service.equals(HUB + target.id());
    }

    /** A hub for Saxony is one for Germany; and a hub for Germany is one for Saxony. */
    private static Predicate<Target> serves(String code) {
        String wanted = code.toUpperCase(Locale.ROOT);
        return target -> !wanted.isEmpty()
                && target.regions().stream().anyMatch(region -> region.startsWith(wanted) || wanted.startsWith(region));
    }
}
