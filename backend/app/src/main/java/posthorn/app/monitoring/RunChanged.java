package posthorn.app.monitoring;

/// A run confirmed a change, or a check has been silent for a day or speaks again; heard in the
/// transaction that stores it.
public record RunChanged(long domainId, long runId) {}
