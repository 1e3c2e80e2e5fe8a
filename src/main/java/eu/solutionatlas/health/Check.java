package eu.solutionatlas.health;

import java.util.function.Supplier;

/**
 * One thing that readiness depends on.
 *
 * @param name short, such as {@code store}
 * @param look finds out how it is; quick, since monitors ask every few seconds. What it throws counts as failed.
 */
public record Check(String name, Supplier<Finding> look) {}
