package posthorn.app.platform.web;

/// An error, as a person sees it: which kind, and a number to quote.
///
/// @param status the HTTP status
/// @param kind the status whose words fit
/// @param id as it stands in the log
record ErrorPage(int status, int kind, String id) {}
