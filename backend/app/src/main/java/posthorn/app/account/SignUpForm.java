package posthorn.app.account;

import java.util.Objects;

/// What the sign-up form sends; a field that is missing is empty.
record SignUpForm(String email, String password, String domain) {

    SignUpForm {
        email = Objects.requireNonNullElse(email, "");
        password = Objects.requireNonNullElse(password, "");
        domain = new Wish(Objects.requireNonNullElse(domain, "")).domain();
    }
}
