package posthorn.app.reports;

import java.util.List;

/// Whose form records are shown in, and whose they could be shown in.
///
/// @param recognised whether the host was told by its name servers
record HostChoice(String id, String name, boolean recognised, List<Option> options) {

    HostChoice {
        options = List.copyOf(options);
    }

    /// A host to choose.
    record Option(String id, String name) {}
}
