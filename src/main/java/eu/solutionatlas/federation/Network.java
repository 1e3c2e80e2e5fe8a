package eu.solutionatlas.federation;

import java.util.Map;

/**
 * The hubs as they are known at one data version.
 *
 * @param summaries of their copies, by hub
 * @param choice tells which of them need not be asked
 */
record Network(Targets targets, Map<String, CopySummary> summaries, Choice choice) {}
