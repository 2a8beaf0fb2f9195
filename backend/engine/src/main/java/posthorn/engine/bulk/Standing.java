package posthorn.engine.bulk;

import java.util.Optional;

/// How a domain stands to a requirement.
enum Standing {
    MET,
    MISSED,
    /// The DNS could tell, but an answer is missing or no selector is known.
    OPEN,
    /// The DNS cannot tell.
    UNSEEN;

    /// Of a statement that is open when empty.
    static Standing of(Optional<Boolean> holds) {
        return holds.map(met -> met ? MET : MISSED).orElse(OPEN);
    }

    Standing or(Standing other) {
        if (this == MET || other == MET) {
            return MET;
        }
        return this == MISSED && other == MISSED ? MISSED : OPEN;
    }

    Standing and(Standing other) {
        if (this == MISSED || other == MISSED) {
            return MISSED;
        }
        return this == MET && other == MET ? MET : OPEN;
    }
}
