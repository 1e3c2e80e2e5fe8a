/** The catalogue as tables: what stands in which column, as CSV with its metadata and as a spreadsheet. */
@NullMarked
package eu.solutionatlas.dump.table;

import org.jspecify.annotations.NullMarked;
