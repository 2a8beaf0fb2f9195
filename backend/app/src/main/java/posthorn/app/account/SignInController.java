package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import posthorn.app.platform.TooManyRequests;
import posthorn.app.platform.security.ClientAddress;

/// The page of signing in.
@Controller
class SignInController {

    private final SignIns signIns;
    private final Welcome welcome;
    private final FormCheck check;

    SignInController(SignIns signIns, Welcome welcome, FormCheck check) {
        this.signIns = signIns;
        this.welcome = welcome;
        this.check = check;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "") String domain, @Nullable Member member, Model model) {
        var wish = new Wish(domain);
        if (member != null) {
            return "redirect:" + wish.page();
        }
        model.addAttribute("page", SignInPage.empty(wish.domain()));
        return "account/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @ModelAttribute SignInForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var client = ClientAddress.of(request);
            return switch (signIns.signIn(form.email(), form.password(), client)) {
                case SignIn.Done(var accountId) ->
                        welcome.letIn(accountId, new Wish(form.domain()), request, response);
                case SignIn.Refused() -> {
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                    yield again(form, check.one("email", "account.problem.refused", locale), model);
                }
                case SignIn.Unconfirmed() -> {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                    model.addAttribute(
                            "page",
                            new SignInPage(form.email(), form.domain(), true, Problems.NONE));
                    yield "account/sign-in";
                }
            };
        } catch (TooManyRequests limit) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limit.seconds()));
            var minutes = Math.ceilDiv(limit.seconds(), 60);
            return again(
                    form, check.one("email", "account.problem.too-many", locale, minutes), model);
        }
    }

    private static String again(SignInForm form, Problems problems, Model model) {
        model.addAttribute("page", new SignInPage(form.email(), form.domain(), false, problems));
        return "account/sign-in";
    }
}
