package posthorn.app.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// The signed-in person during one request, read anew from the database: a change of role works at
/// once. Never stored.
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Member member;

    SignedIn(Member member) {
        super(List.of());
        this.member = member;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Member getPrincipal() {
        return member;
    }

    @Override
    public String getName() {
        return member.email();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn it && it.member.equals(member);
    }

    @Override
    public int hashCode() {
        return member.hashCode();
    }
}
