package posthorn.app.monitoring;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import posthorn.app.account.Member;
import posthorn.app.domains.Domains;

/// The button that checks a domain now.
@Controller
class CheckController {

    private final Domains domains;
    private final Monitoring monitoring;

    CheckController(Domains domains, Monitoring monitoring) {
        this.domains = domains;
        this.monitoring = monitoring;
    }

    @PostMapping("/domains/{name}/check")
    String check(Member person, @PathVariable String name) {
        var domain = domains.find(person.teamId(), name);
        person.requireWrite();
        monitoring.request(domain);
        return "redirect:/domains/" + domain.name();
    }
}
