package posthorn.app.account;

/// The page that says where to look for a mail.
///
/// @param kind `confirm` or `reset`
/// @param email where it went; empty when the page was reloaded
/// @param isKept whether mails can be read on a local page
record SentPage(String kind, String email, boolean isKept) {

    /// Whether the link can be sent again from here.
    public boolean mayRepeat() {
        return kind.equals("confirm") && !email.isEmpty();
    }
}
