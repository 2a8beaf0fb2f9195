package posthorn.engine.check;

import java.util.List;

/// Turns facts into findings; asks nothing, has no clock, a pure function. Silent when it does not
/// apply or all is well.
@FunctionalInterface
public interface Rule<F> {

    /// What these facts mean.
    List<Finding> judge(F facts);
}
