package posthorn.app.reports;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.account.Member;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;
import posthorn.app.monitoring.Monitoring;
import posthorn.app.monitoring.Status;
import posthorn.app.platform.NotFound;

/// What a person may read about the domains of the team.
@Service
@Transactional(readOnly = true)
class Reports {

    private static final int RECENT = 5;
    private static final int CHANGES = 20;
    private static final int INTERVALS = 100;
    private static final Status NOTHING = new Status(List.of(), null, null, false);

    private final Domains domains;
    private final Monitoring monitoring;
    private final DomainsPages lists;
    private final ReportPages reports;
    private final HistoryPages histories;

    Reports(
            Domains domains,
            Monitoring monitoring,
            DomainsPages lists,
            ReportPages reports,
            HistoryPages histories) {
        this.domains = domains;
        this.monitoring = monitoring;
        this.lists = lists;
        this.reports = reports;
        this.histories = histories;
    }

    DomainsPage domains(Member person, String filter, int number, Locale locale) {
        var all = domains.list(person.teamId());
        var statuses = monitoring.statuses(all);
        var states =
                all.stream()
                        .map(domain -> state(domain, statuses.getOrDefault(domain.id(), NOTHING)))
                        .toList();
        return lists.list(states, filter, number, person.mayWrite(), reader(person, locale));
    }

    ReportPage report(Member person, String name, String host, Locale locale) {
        var domain = domains.find(person.teamId(), name);
        var progress = monitoring.progress(domain);
        return reports.report(
                state(domain, monitoring.status(domain)),
                progress,
                monitoring.changes(domain, RECENT, 0),
                person.mayWrite(),
                new Reader(locale, person.zone(), host));
    }

    CheckPage check(Member person, String name, String kind, String host, Locale locale) {
        var domain = domains.find(person.teamId(), name);
        return reports.check(
                state(domain, monitoring.status(domain)),
                kind,
                monitoring.changes(domain, CHANGES, 0),
                new Reader(locale, person.zone(), host));
    }

    HistoryPage history(Member person, String name, int number, Locale locale) {
        var domain = domains.find(person.teamId(), name);
        var reader = reader(person, locale);
        var shown = State.name(domain);
        var count = pages(monitoring.countChanges(domain));
        var at = Math.clamp(number, 1, count);
        return new HistoryPage(
                shown,
                histories.changes(
                        shown, monitoring.changes(domain, CHANGES, (at - 1) * CHANGES), reader),
                histories.intervals(shown, monitoring.history(domain, INTERVALS, 0), reader),
                at,
                count);
    }

    /// @throws NotFound when there is no such observation of this check of this domain
    TranscriptPage transcript(Member person, String name, String kind, long id, Locale locale) {
        var domain = domains.find(person.teamId(), name);
        var observation = monitoring.observation(domain, id);
        if (!observation.kind().equals(kind)) {
            throw new NotFound();
        }
        var text = monitoring.transcript(domain, id);
        return histories.transcript(State.name(domain), observation, text, reader(person, locale));
    }

    private State state(Domain domain, Status status) {
        return new State(domain, status, monitoring.kinds());
    }

    private static int pages(int changes) {
        return Math.max(1, (changes + CHANGES - 1) / CHANGES);
    }

    private static Reader reader(Member person, Locale locale) {
        return new Reader(locale, person.zone(), "");
    }
}
