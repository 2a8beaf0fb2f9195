package posthorn.app.alerts;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import posthorn.app.account.Member;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.web.Moments;
import posthorn.app.platform.web.Shown;
import posthorn.engine.text.Texts;

/// The list of incidents.
@Controller
class IncidentController {

    private static final int ROWS = 50;

    private final Alerts alerts;
    private final Domains domains;
    private final Moments moments;

    IncidentController(Alerts alerts, Domains domains, Moments moments) {
        this.alerts = alerts;
        this.domains = domains;
        this.moments = moments;
    }

    @GetMapping("/incidents")
    ModelAndView incidents(
            Member person, Locale locale, @RequestParam(defaultValue = "1") int page) {
        var pages = Math.max(1, Math.ceilDiv(alerts.count(person.teamId()), ROWS));
        if (page < 1 || page > pages) {
            throw new NotFound();
        }
        var named =
                domains.list(person.teamId()).stream()
                        .collect(Collectors.toMap(Domain::id, Function.identity()));
        var rows =
                alerts.list(person.teamId(), ROWS, (page - 1) * ROWS).stream()
                        .map(incident -> row(incident, named, person, locale))
                        .toList();
        return new ModelAndView("alerts/incidents", "page", new IncidentsPage(rows, page, pages));
    }

    private IncidentsPage.Row row(
            Incident incident, Map<Long, Domain> named, Member person, Locale locale) {
        var name = Objects.requireNonNull(named.get(incident.domainId())).name();
        return new IncidentsPage.Row(
                Shown.of(name.unicode()),
                "/domains/" + name,
                incident.finding().severity().name(),
                Shown.of(Texts.in(locale).sentence(incident.finding())),
                moments.of(incident.openedAt(), locale, person.zone()),
                Optional.ofNullable(incident.closedAt())
                        .map(at -> moments.of(at, locale, person.zone()))
                        .stream()
                        .toList());
    }
}
