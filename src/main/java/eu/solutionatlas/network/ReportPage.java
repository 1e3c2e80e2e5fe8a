package eu.solutionatlas.network;

import eu.solutionatlas.web.Link;
import java.util.Optional;

/**
 * What the page of a report shows.
 *
 * @param report empty before the first
 */
public record ReportPage(Link hub, HubStatus status, Optional<HubReport> report) {}
