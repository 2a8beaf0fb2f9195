package posthorn.app.reports;

import java.util.List;

/// A named value of a finding in the form that reads best. All text in it is fit to be shown.
sealed interface Evidence {

    String name();

    /// One or more plain values.
    record Plain(String name, List<String> values) implements Evidence {

        public Plain {
            values = List.copyOf(values);
        }
    }

    /// A list of like things.
    record Grid(String name, List<String> columns, List<List<String>> rows) implements Evidence {

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// A record with all that it includes.
    record Tree(String name, Node root) implements Evidence {}

    /// A term and what it leads to.
    ///
    /// @param total the look-ups up to and with this one; empty where it needs none
    /// @param outcome what came of it, where that is worth a word
    /// @param record what it leads to; may be empty
    /// @param addresses the addresses it stands for
    record Node(
            String term,
            String total,
            String outcome,
            String record,
            String addresses,
            List<Node> children) {

        public Node {
            children = List.copyOf(children);
        }
    }

    /// What kind this is, for templates.
    default String shape() {
        return switch (this) {
            case Plain _ -> "plain";
            case Grid _ -> "grid";
            case Tree _ -> "tree";
        };
    }
}
