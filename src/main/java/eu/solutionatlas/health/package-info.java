/**
 * Whether the hub lives, whether it should be sent requests, and what it is busy with: for load balancers, monitoring and
 * whoever is called at night.
 */
@NullMarked
package eu.solutionatlas.health;

import org.jspecify.annotations.NullMarked;
