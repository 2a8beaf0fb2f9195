package posthorn.app.account;

import java.util.List;

/// Everything that is wrong with a form.
record Problems(List<Problem> all) {

    static final Problems NONE = new Problems(List.of());

    Problems {
        all = List.copyOf(all);
    }

    /// The sentences about one field.
    public List<String> at(String field) {
        return all.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .toList();
    }

    /// Whether all is well.
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
