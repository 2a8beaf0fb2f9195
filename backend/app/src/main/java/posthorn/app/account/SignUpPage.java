package posthorn.app.account;

/// The sign-up page.
record SignUpPage(String email, String domain, Problems problems) {}
