package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.app.platform.mail.Outbox;
import posthorn.app.platform.security.ClientAddress;
import posthorn.app.platform.security.SecretToken;

/// The pages for a forgotten password.
@Controller
class ForgottenController {

    private final PasswordChanges changes;
    private final FormCheck check;
    private final Outbox outbox;

    ForgottenController(PasswordChanges changes, FormCheck check, Outbox outbox) {
        this.changes = changes;
        this.check = check;
        this.outbox = outbox;
    }

    @GetMapping("/forgotten")
    String form(Model model) {
        model.addAttribute("page", new EmailPage("", Problems.NONE));
        return "account/forgotten";
    }

    @PostMapping("/forgotten")
    String send(
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new EmailPage(email, check.email(email, locale)));
            return "account/forgotten";
        }
        changes.forgotten(address.get(), locale, ClientAddress.of(request));
        next.addFlashAttribute("email", address.get().text());
        return "redirect:/forgotten/sent";
    }

    @GetMapping("/forgotten/sent")
    String sent(HttpServletRequest request, Model model) {
        var email = model.getAttribute("email") instanceof String it ? it : "";
        model.addAttribute("page", new SentPage("reset", email, outbox.isOpenFor(request)));
        return "account/sent";
    }

    @GetMapping("/reset")
    String choose(@RequestParam(defaultValue = "") String token, Model model) {
        return changes.isLive(new SecretToken(token))
                ? choose(token, Problems.NONE, model)
                : stale(model);
    }

    @PostMapping("/reset")
    String set(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        return switch (changes.reset(new SecretToken(token), password)) {
            case PasswordChange.Done() -> {
                next.addFlashAttribute("notice", "account.notice.reset");
                yield "redirect:/sign-in";
            }
            case PasswordChange.Unfit(var fault) -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                yield choose(token, check.unfit(fault, locale), model);
            }
            case PasswordChange.Stale(), PasswordChange.WrongOld() -> stale(model);
        };
    }

    private static String choose(String token, Problems problems, Model model) {
        model.addAttribute("page", new LinkPage(token, problems));
        return "account/reset";
    }

    private static String stale(Model model) {
        model.addAttribute("page", new StalePage("/forgotten"));
        return "account/stale";
    }
}
