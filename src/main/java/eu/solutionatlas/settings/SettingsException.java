package eu.solutionatlas.settings;

import java.util.List;

/** The settings cannot be used. Says everything that is wrong with them at once, a line each, for the operator. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsException(List<String> complaints) {
        super(String.join(System.lineSeparator(), complaints));
    }
}
