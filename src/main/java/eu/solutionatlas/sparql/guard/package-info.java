/**
 * What stands between a stranger's query and the machine: looks at it before it runs, binds what can be bound (strings,
 * numbers, paths, regular expressions), and ends it when its time, or the memory, is over.
 */
@NullMarked
package eu.solutionatlas.sparql.guard;

import org.jspecify.annotations.NullMarked;
