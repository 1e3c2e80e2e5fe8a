/**
 * The command line.
 */
@NullMarked
package eu.solutionatlas.command;

import org.jspecify.annotations.NullMarked;
