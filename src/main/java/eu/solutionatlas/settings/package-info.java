/**
 * How the process runs: declared keys with a default and a reason, read from flags, environment and one properties file.
 */
@NullMarked
package eu.solutionatlas.settings;

import org.jspecify.annotations.NullMarked;
