package posthorn.app.platform.web;

/// A point in time, ready to show: "5 min ago", the full time in the reader's zone, and the form
/// for machines.
public record Moment(String iso, String full, String relative) {}
