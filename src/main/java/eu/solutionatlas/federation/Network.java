package eu.solutionatlas.federation;

import java.util.List;
import java.util.Map;

/**
 * The hubs as they are known at one data version.
 *
 * @param partners short names of all active partners, also of those that can only be copied
 * @param summaries of their copies, by hub
 * @param choice tells which of them need not be asked
 */
record Network(Targets targets, List<String> partners, Map<String, CopySummary> summaries, Choice choice) {}
