package posthorn.engine.server;

/// One thing to do on a server.
///
/// @param file what is to be changed, as Debian places it; empty for commands
/// @param elsewhere where others have that file; may be empty
/// @param note what to know before doing it; may be empty
/// @param lines to copy: no language, one thing a line
public record Step(Kind kind, String file, String elsewhere, String note, String lines) {

    /// What is done with the lines.
    public enum Kind {
        /// The file has these lines; one that is there already is changed, not doubled.
        EDIT,
        /// The file is made, with these lines.
        CREATE,
        /// The file has none of these lines.
        DELETE,
        /// The commands are run, by root.
        RUN,
        /// The commands show whether it worked.
        TEST
    }
}
