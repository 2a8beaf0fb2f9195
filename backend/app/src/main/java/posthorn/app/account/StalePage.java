package posthorn.app.account;

/// The page for a link that does not work any more.
///
/// @param again where to get a new one
record StalePage(String again) {}
