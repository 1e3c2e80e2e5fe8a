package eu.solutionatlas.partner;

import java.util.Optional;

/**
 * Whom to write to at a partner hub: a role rather than a person.
 *
 * @param role such as "data steward"
 * @param email without {@code mailto:}
 */
public record Contact(Optional<String> role, Optional<String> email) {
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

    boolean isEmpty() {
        return role.isEmpty() && email.isEmpty();
    }
}
