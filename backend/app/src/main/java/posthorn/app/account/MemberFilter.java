package posthorn.app.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds the person behind a session, for each request anew. A session that has become too old, or
/// whose account is gone, ends here.
final class MemberFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    private final Clock clock;

    MemberFilter(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var stored = SecurityContextHolder.getContext().getAuthentication();
        if (stored instanceof UsernamePasswordAuthenticationToken session) {
            var member =
                    Optional.of(Long.parseLong(session.getName()))
                            .filter(_ -> !isTooOld(request))
                            .flatMap(accounts::member);
            member.ifPresentOrElse(MemberFilter::signIn, () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(Sessions.LONGEST)
                        .isBefore(clock.instant());
    }

    private static void signIn(Member member) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(member)));
    }

    private static void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
    }

    /// Files are the same for everybody.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    /// An error page shows who is signed in, too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
