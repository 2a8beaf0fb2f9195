package posthorn.app.platform.mail;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.Settings;
import posthorn.app.platform.security.PublicPaths;

/// The local pages with kept mails.
@Controller
class OutboxController {

    private static final int SHOWN = 100;

    private final Outbox outbox;
    private final OutgoingMailRows rows;
    private final Settings settings;

    OutboxController(Outbox outbox, OutgoingMailRows rows, Settings settings) {
        this.outbox = outbox;
        this.rows = rows;
        this.settings = settings;
    }

    @GetMapping("/outbox")
    String list(HttpServletRequest request, Model model) {
        requireOpen(request);
        model.addAttribute("page", OutboxPage.of(rows.kept(SHOWN)));
        return "mail/outbox";
    }

    @GetMapping("/outbox/{id:[0-9]{1,18}}")
    String mail(@PathVariable long id, HttpServletRequest request, Model model) {
        requireOpen(request);
        var mail = rows.kept(id).orElseThrow(NotFound::new);
        model.addAttribute("page", KeptMailPage.of(mail, settings.baseUrl()));
        return "mail/kept-mail";
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
