package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import posthorn.app.platform.security.ClientAddress;
import posthorn.app.platform.web.Languages;

/// The page about one's own account.
@Controller
class AccountController {

    private final Accounts accounts;
    private final PasswordChanges changes;
    private final Sessions sessions;
    private final FormCheck check;

    AccountController(
            Accounts accounts, PasswordChanges changes, Sessions sessions, FormCheck check) {
        this.accounts = accounts;
        this.changes = changes;
        this.sessions = sessions;
        this.check = check;
    }

    @GetMapping("/account")
    String account(Member member, Model model) {
        return account(member, Problems.NONE, model);
    }

    @PostMapping("/account")
    String prefer(
            Member member,
            @RequestParam String language,
            @RequestParam String zone,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!Languages.ALL.contains(language) || !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var locale = Locale.of(language);
        accounts.prefer(member.accountId(), locale, ZoneId.of(zone));
        Languages.keep(locale, request, response);
        next.addFlashAttribute("notice", "account.notice.saved");
        return "redirect:/account";
    }

    @PostMapping("/account/password")
    String change(
            Member member,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var client = ClientAddress.of(request);
        return switch (changes.change(member.accountId(), old, password, client)) {
            case PasswordChange.Done() -> {
                sessions.endOthers(member.accountId(), request);
                next.addFlashAttribute("notice", "account.notice.password");
                yield "redirect:/account";
            }
            case PasswordChange.Unfit(var fault) -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                yield account(member, check.unfit(fault, locale), model);
            }
            case PasswordChange.WrongOld(), PasswordChange.Stale() -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                yield account(
                        member, check.one("old", "account.problem.wrong-password", locale), model);
            }
        };
    }

    private static String account(Member member, Problems problems, Model model) {
        model.addAttribute("page", AccountPage.of(member, problems));
        return "account/account";
    }
}
