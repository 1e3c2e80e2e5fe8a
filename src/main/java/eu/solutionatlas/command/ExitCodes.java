package eu.solutionatlas.command;

/** What a command ends with, for scripts. */
final class ExitCodes {
    /** Done. */
    static final int OK = 0;

    /** The data is not valid; nothing was changed. */
    static final int INVALID = 1;

    /** The command line or the settings cannot be understood; nothing was begun. */
    static final int USAGE = 2;

    /** It cannot be done here and now: directory locked, disk full, port in use, file unreadable. */
    static final int CANNOT = 3;

    private ExitCodes() {}
}
