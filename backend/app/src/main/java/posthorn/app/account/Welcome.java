package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import posthorn.app.platform.web.Languages;

/// Lets a person in whose password was right, and leads to the page they want.
@Component
class Welcome {

    private final Sessions sessions;
    private final SavedPage saved;
    private final Accounts accounts;

    Welcome(Sessions sessions, SavedPage saved, Accounts accounts) {
        this.sessions = sessions;
        this.saved = saved;
        this.accounts = accounts;
    }

    /// Opens the session; from now on pages are in the language of the account.
    String letIn(
            long accountId, Wish wish, HttpServletRequest request, HttpServletResponse response) {
        var wanted = saved.take(request, response);
        sessions.open(accountId, request, response);
        accounts.member(accountId)
                .ifPresent(member -> Languages.keep(member.locale(), request, response));
        return "redirect:" + (wish.domain().isEmpty() ? wanted.orElse(wish.page()) : wish.page());
    }
}
