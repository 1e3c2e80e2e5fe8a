package eu.solutionatlas.concept;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Branch;
import java.util.List;
import java.util.Optional;

/** What the page of a concept scheme shows. */
public record SchemePage(String iri, Label title, Optional<Label> description, List<Branch> branches) {}
