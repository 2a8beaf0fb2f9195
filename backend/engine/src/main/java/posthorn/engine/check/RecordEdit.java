package posthorn.engine.check;

import java.util.List;
import java.util.stream.Stream;

/// What one finding asks of one place.
record RecordEdit(List<String> gone, List<String> published) {

    RecordEdit {
        gone = List.copyOf(gone);
        published = List.copyOf(published);
    }

    RecordEdit and(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish publish -> new RecordEdit(gone, more(published, publish.value()));
            case Remedy.Remove remove -> new RecordEdit(more(gone, remove.value()), published);
        };
    }

    private static List<String> more(List<String> values, String value) {
        return Stream.concat(values.stream(), Stream.of(value)).distinct().toList();
    }

    /// The one text that another one replaces; empty where several go or none.
    String base() {
        return gone.size() == 1 ? gone.getFirst() : "";
    }
}
