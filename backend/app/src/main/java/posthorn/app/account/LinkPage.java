package posthorn.app.account;

/// A page that was opened by a link in a mail and acts only when its button is pressed.
record LinkPage(String token, Problems problems) {}
