/**
 * A network of four hubs on this machine, to try federation with: three of this program and a stand-alone Fuseki, each
 * with its own share of the catalogue.
 */
@NullMarked
package eu.solutionatlas.demo;

import org.jspecify.annotations.NullMarked;
