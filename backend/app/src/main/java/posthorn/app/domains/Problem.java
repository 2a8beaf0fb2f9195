package posthorn.app.domains;

/// A fault in words.
record Problem(String field, String sentence) {}
