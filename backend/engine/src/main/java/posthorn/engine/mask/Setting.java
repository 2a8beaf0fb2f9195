package posthorn.engine.mask;

/// One thing a form wants.
///
/// @param sure false when it is held from memory
record Setting<T>(T value, boolean sure) {}
