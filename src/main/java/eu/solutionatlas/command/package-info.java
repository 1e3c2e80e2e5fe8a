/**
 * The command line: {@code serve}, {@code load}, {@code validate}, {@code dump}, {@code version}. Standard output is the
 * result, standard error is for the person watching, the exit code is for scripts.
 */
@NullMarked
package eu.solutionatlas.command;

import org.jspecify.annotations.NullMarked;
