/**
 * Orders of the operator to a hub that runs. It holds the lock of its data directory, so no other process can open the
 * store; instead the command line asks it through a Unix domain socket in that directory. Who may write there may give
 * orders; nothing of this is reached by network.
 */
@NullMarked
package eu.solutionatlas.control;

import org.jspecify.annotations.NullMarked;
