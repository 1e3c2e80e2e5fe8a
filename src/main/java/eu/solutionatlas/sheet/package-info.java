/** Tables for spreadsheet programs, of dumps and of lists. */
@NullMarked
package eu.solutionatlas.sheet;

import org.jspecify.annotations.NullMarked;
