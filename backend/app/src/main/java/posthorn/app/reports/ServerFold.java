package posthorn.app.reports;

import java.util.List;

/// What to do on a server where one software runs.
///
/// @param name the software
/// @param open whether it is the one that runs there, as it seems
record ServerFold(String name, boolean open, List<Task> tasks) {

    ServerFold {
        tasks = List.copyOf(tasks);
    }

    /// One step.
    ///
    /// @param verb `edit`, `create`, `delete`, `run` or `test`
    /// @param file empty for commands
    /// @param elsewhere where others have the file; may be empty
    /// @param note may be empty
    record Task(String verb, String file, String elsewhere, String note, String lines) {}
}
