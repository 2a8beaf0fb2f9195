package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Who is signed in where. A session holds the number of an account and nothing else about it.
@Component
class Sessions {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(30);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecurityContextRepository contexts;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            SecurityContextRepository contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    /// Opens a new session for a person. Whatever this browser had before ends: an old session may
    /// be known to somebody else.
    void open(long accountId, HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        var context = new SecurityContextImpl(authentication(accountId));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
    }

    /// Ends all sessions of a person.
    void endAll(long accountId) {
        sessions.findByPrincipalName(Long.toString(accountId))
                .keySet()
                .forEach(sessions::deleteById);
    }

    /// Ends all sessions of a person but this one.
    void endOthers(long accountId, HttpServletRequest request) {
        var mine = request.getSession().getId();
        sessions.findByPrincipalName(Long.toString(accountId)).keySet().stream()
                .filter(id -> !id.equals(mine))
                .forEach(sessions::deleteById);
    }

    static Authentication authentication(long accountId) {
        return UsernamePasswordAuthenticationToken.authenticated(
                Long.toString(accountId), "", List.of());
    }
}
