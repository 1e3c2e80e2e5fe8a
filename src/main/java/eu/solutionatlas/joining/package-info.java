/**
 * How hubs get into the register while the hub runs: by orders of the operator ({@code HubOrders}), or by announcing
 * themselves ({@code Announcements}), which the operator then decides about. Nothing that an announcer says is believed:
 * what counts is what can be read at its address, and that only about its own host.
 */
@NullMarked
package eu.solutionatlas.joining;

import org.jspecify.annotations.NullMarked;
