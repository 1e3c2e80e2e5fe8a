/** Concept schemes and their concepts (themes, statuses, actor kinds): what their pages show. */
@NullMarked
package eu.solutionatlas.concept;

import org.jspecify.annotations.NullMarked;
