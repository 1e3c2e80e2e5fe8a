/**
 * Reading catalogue files: checked like source code, committed whole or not at all.
 */
@NullMarked
package eu.solutionatlas.load;

import org.jspecify.annotations.NullMarked;
