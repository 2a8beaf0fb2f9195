package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import posthorn.app.platform.security.ClientAddress;
import posthorn.app.platform.security.SecretToken;

/// The page behind the link in the first mail. Opening it changes nothing: mail filters open links,
/// too.
@Controller
class ConfirmController {

    private final SignUps signUps;
    private final Welcome welcome;
    private final FormCheck check;

    ConfirmController(SignUps signUps, Welcome welcome, FormCheck check) {
        this.signUps = signUps;
        this.welcome = welcome;
        this.check = check;
    }

    @GetMapping("/confirm")
    String form(@RequestParam(defaultValue = "") String token, Model model) {
        return signUps.isLive(new SecretToken(token))
                ? form(token, Problems.NONE, model)
                : stale(model);
    }

    @PostMapping("/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var client = ClientAddress.of(request);
        return switch (signUps.confirm(new SecretToken(token), password, client)) {
            case Confirmation.Done(var accountId, var domain) ->
                    welcome.letIn(accountId, new Wish(domain), request, response);
            case Confirmation.WrongPassword() -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                var problems = check.one("password", "account.problem.wrong-password", locale);
                yield form(token, problems, model);
            }
            case Confirmation.Stale() -> stale(model);
        };
    }

    private static String form(String token, Problems problems, Model model) {
        model.addAttribute("page", new LinkPage(token, problems));
        return "account/confirm";
    }

    private static String stale(Model model) {
        model.addAttribute("page", new StalePage("/sign-up"));
        return "account/stale";
    }
}
