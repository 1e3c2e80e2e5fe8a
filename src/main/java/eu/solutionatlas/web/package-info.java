/**
 * HTTP as this hub speaks it: content negotiation, conditional requests, problems (RFC 9457), languages, views.
 * Knows nothing of the store or of any feature.
 */
@NullMarked
package eu.solutionatlas.web;

import org.jspecify.annotations.NullMarked;
