package eu.solutionatlas.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a partner hub takes part ({@code atlas:hubState}). */
public enum HubState {
    /** It asked to take part, and the operator has not decided. */
    ANNOUNCED,
    /** It is asked and copied. */
    ACTIVE,
    /** It is neither asked nor copied for a while; its copy stays. */
    PAUSED;

    /** As it stands in the register. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HubState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
