package posthorn.engine.check;

import posthorn.engine.outside.Outside;

/// Asks the outside and brings back facts; judges nothing.
@FunctionalInterface
public interface Probe<I, F> {

    /// The facts about `input`. Silence of the outside is a fact too, never an exception.
    F probe(I input, Outside outside);
}
