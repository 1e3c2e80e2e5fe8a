/**
 * The only way out of this process: every request to another machine is made here, to addresses that are allowed, within
 * a time and a size, and every failure has a name. What a request is for is its caller's affair.
 */
@NullMarked
package eu.solutionatlas.outbound;

import org.jspecify.annotations.NullMarked;
