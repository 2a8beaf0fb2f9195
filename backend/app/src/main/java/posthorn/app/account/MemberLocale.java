package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import posthorn.app.platform.web.LocaleSource;

/// The language and zone in the account of the signed-in person.
@Component
class MemberLocale implements LocaleSource {

    @Override
    public Optional<Locale> locale(HttpServletRequest request) {
        return member().map(Member::locale);
    }

    @Override
    public Optional<ZoneId> zone(HttpServletRequest request) {
        return member().map(Member::zone);
    }

    private static Optional<Member> member() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person
                ? Optional.of(person.getPrincipal())
                : Optional.empty();
    }
}
