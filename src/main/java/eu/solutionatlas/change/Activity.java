package eu.solutionatlas.change;

import eu.solutionatlas.rdf.DataVersion;

/**
 * What one change did to one document.
 *
 * @param version that the change made
 * @param document its IRI
 */
record Activity(DataVersion version, Kind kind, String document) {
    /** Types of activities, with the names that Activity Streams has for them. */
    enum Kind {
        CREATE("Create"),
        UPDATE("Update"),
        DELETE("Delete");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        /** As it stands in the log: one letter. */
        String letter() {
            return type.substring(0, 1);
        }

        static Kind ofLetter(String letter) {
            return switch (letter) {
                case "C" -> CREATE;
                case "U" -> UPDATE;
                case "D" -> DELETE;
                default -> throw new IllegalArgumentException("there is no activity " + letter);
            };
        }
    }
}
