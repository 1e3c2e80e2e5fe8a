/**
 * What this hub knows of others: the register of partner hubs, and how copies of their entries lie in the catalogue.
 */
@NullMarked
package eu.solutionatlas.partner;

import org.jspecify.annotations.NullMarked;
