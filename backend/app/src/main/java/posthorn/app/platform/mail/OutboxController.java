package posthorn.app.platform.mail;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.Settings;
import posthorn.app.platform.security.PublicPaths;
import posthorn.app.platform.web.Moments;
import posthorn.app.platform.web.Shown;

/// The local pages with kept mails.
@Controller
class OutboxController {

    private static final int SHOWN = 100;

    private final Outbox outbox;
    private final OutgoingMailRows rows;
    private final Moments moments;
    private final Settings settings;

    OutboxController(Outbox outbox, OutgoingMailRows rows, Moments moments, Settings settings) {
        this.outbox = outbox;
        this.rows = rows;
        this.moments = moments;
        this.settings = settings;
    }

    @GetMapping("/outbox")
    String list(HttpServletRequest request, Locale locale, ZoneId zone, Model model) {
        requireOpen(request);
        var lines = rows.kept(SHOWN).stream().map(it -> line(it, locale, zone)).toList();
        model.addAttribute("page", new OutboxPage(lines));
        return "mail/outbox";
    }

    @GetMapping("/outbox/{id:[0-9]{1,18}}")
    String mail(
            @PathVariable long id,
            HttpServletRequest request,
            Locale locale,
            ZoneId zone,
            Model model) {
        requireOpen(request);
        var mail = rows.kept(id).orElseThrow(NotFound::new);
        var at = moments.of(mail.createdAt(), locale, zone);
        model.addAttribute("page", KeptMailPage.of(mail, at, settings.baseUrl()));
        return "mail/kept-mail";
    }

    private OutboxPage.Line line(QueuedMail kept, Locale locale, ZoneId zone) {
        return new OutboxPage.Line(
                kept.id(),
                kept.mail().to().text(),
                Shown.of(kept.mail().subject()),
                moments.of(kept.createdAt(), locale, zone));
    }

    private void requireOpen(HttpServletRequest request) {
        if (!outbox.isOpenFor(request)) {
            throw new NotFound();
        }
    }

    /// Who may read is decided by `Outbox`: a newcomer has no account yet.
    @Bean
    static PublicPaths outboxPaths() {
        return PublicPaths.of("/outbox", "/outbox/*");
    }
}
