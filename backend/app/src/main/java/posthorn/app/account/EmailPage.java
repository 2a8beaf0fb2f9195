package posthorn.app.account;

/// The page that asks for an address.
record EmailPage(String email, Problems problems) {}
