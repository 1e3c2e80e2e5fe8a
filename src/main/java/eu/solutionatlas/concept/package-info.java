/**
 * Concept schemes and their concepts (themes, statuses, actor kinds): page and list.
 */
@NullMarked
package eu.solutionatlas.concept;

import org.jspecify.annotations.NullMarked;
