package posthorn.app.account;

/// The sign-in page.
record SignInPage(String email, String domain, boolean isUnconfirmed, Problems problems) {

    static SignInPage empty(String domain) {
        return new SignInPage("", domain, false, Problems.NONE);
    }
}
