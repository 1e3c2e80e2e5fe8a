package eu.solutionatlas.network;

import java.util.Optional;

/** Tells how copying from partner hubs goes. */
public interface HubStatuses {
    /** Nobody copies anything. */
    HubStatuses NONE = new HubStatuses() {
        @Override
        public HubStatus status(String hub) {
            return HubStatus.NEVER_ASKED;
        }

        @Override
        public Optional<HubReport> report(String hub) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> json(String hub) {
            return Optional.empty();
        }
    };

    /** What is known of a hub, by its short name. */
    HubStatus status(String hub);

    /** The last report about a hub, by its short name; empty before the first. */
    Optional<HubReport> report(String hub);

    /** The same report as JSON in UTF-8. */
    Optional<byte[]> json(String hub);
}
