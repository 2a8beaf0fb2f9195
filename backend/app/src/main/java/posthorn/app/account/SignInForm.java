package posthorn.app.account;

import java.util.Objects;

/// What the sign-in form sends; a field that is missing is empty.
record SignInForm(String email, String password, String domain) {

    SignInForm {
        email = Objects.requireNonNullElse(email, "");
        password = Objects.requireNonNullElse(password, "");
        domain = new Wish(Objects.requireNonNullElse(domain, "")).domain();
    }
}
