package eu.solutionatlas.rdf.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of our own ontology, {@code ontology/atlas.ttl}. A test compares the two, both ways. */
public final class ATLAS {
    /** The namespace IRI. */
    public static final String NS = "https://w3id.org/solution-atlas/ns#";

    /** The usual prefix. */
    public static final String PREFIX = "atlas";

    public static final Node Solution = term("Solution");
    public static final Node Actor = term("Actor");
    public static final Node Hub = term("Hub");
    public static final Node Partner = term("Partner");
    public static final Node Register = term("Register");
    public static final Node Region = term("Region");

    public static final Node provider = term("provider");
    public static final Node adopter = term("adopter");
    public static final Node buildsOn = term("buildsOn");
    public static final Node status = term("status");
    public static final Node statusAsOf = term("statusAsOf");
    public static final Node statusInferred = term("statusInferred");
    public static final Node startYear = term("startYear");
    public static final Node funding = term("funding");
    public static final Node actorKind = term("actorKind");
    public static final Node nutsLevel = term("nutsLevel");
    public static final Node confidence = term("confidence");
    public static final Node hubState = term("hubState");
    public static final Node changesFeed = term("changesFeed");
    public static final Node entriesNotTaken = term("entriesNotTaken");
    public static final Node matches = term("matches");

    private ATLAS() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
