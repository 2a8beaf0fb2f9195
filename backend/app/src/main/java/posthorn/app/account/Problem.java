package posthorn.app.account;

/// What is wrong with a field of a form, as a sentence.
record Problem(String field, String sentence) {}
