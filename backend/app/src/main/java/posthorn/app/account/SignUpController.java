package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.app.platform.mail.Outbox;
import posthorn.app.platform.security.ClientAddress;

/// The pages of signing up.
@Controller
class SignUpController {

    private static final ZoneId GERMAN_ZONE = ZoneId.of("Europe/Berlin");

    private final SignUps signUps;
    private final FormCheck check;
    private final Outbox outbox;

    SignUpController(SignUps signUps, FormCheck check, Outbox outbox) {
        this.signUps = signUps;
        this.check = check;
        this.outbox = outbox;
    }

    @GetMapping("/sign-up")
    String form(
            @RequestParam(defaultValue = "") String domain, @Nullable Member member, Model model) {
        var wish = new Wish(domain);
        if (member != null) {
            return "redirect:" + wish.page();
        }
        model.addAttribute("page", new SignUpPage("", wish.domain(), Problems.NONE));
        return "account/sign-up";
    }

    @PostMapping("/sign-up")
    String signUp(
            @ModelAttribute SignUpForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var problems = check.newAccount(form.email(), form.password(), locale);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new SignUpPage(form.email(), form.domain(), problems));
            return "account/sign-up";
        }
        var email = EmailAddress.parse(form.email()).orElseThrow();
        var typed = new NewAccount(email, form.password(), locale, usualZone(locale));
        signUps.signUp(typed, form.domain(), ClientAddress.of(request));
        next.addFlashAttribute("email", email.text());
        return "redirect:/sign-up/sent";
    }

    @PostMapping("/sign-up/again")
    String again(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            RedirectAttributes next) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return "redirect:/sign-up";
        }
        signUps.sendAgain(address.get(), ClientAddress.of(request));
        next.addFlashAttribute("email", address.get().text());
        return "redirect:/sign-up/sent";
    }

    @GetMapping("/sign-up/sent")
    String sent(HttpServletRequest request, Model model) {
        var email = model.getAttribute("email") instanceof String it ? it : "";
        model.addAttribute("page", new SentPage("confirm", email, outbox.isOpenFor(request)));
        return "account/sent";
    }

    private static ZoneId usualZone(Locale locale) {
        return locale.getLanguage().equals("de") ? GERMAN_ZONE : ZoneOffset.UTC;
    }
}
