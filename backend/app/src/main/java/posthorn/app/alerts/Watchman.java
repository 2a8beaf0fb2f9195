package posthorn.app.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.account.Member;
import posthorn.app.account.Role;
import posthorn.app.account.Teams;
import posthorn.app.domains.Domains;
import posthorn.app.monitoring.Change;
import posthorn.app.monitoring.Monitoring;
import posthorn.app.monitoring.Observation;
import posthorn.app.monitoring.RunChanged;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;

/// Opens and closes incidents when a run has changed something, and notes whom to tell, all in the
/// transaction of the change. However much one run changed, it is told once.
@Component
class Watchman {

    private final Monitoring monitoring;
    private final Domains domains;
    private final Teams teams;
    private final IncidentRows incidents;
    private final DeliveryRows deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Watchman(
            Monitoring monitoring,
            Domains domains,
            Teams teams,
            IncidentRows incidents,
            DeliveryRows deliveries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.monitoring = monitoring;
        this.domains = domains;
        this.teams = teams;
        this.incidents = incidents;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RunChanged event) {
        var now = clock.instant();
        boolean isWorthTelling = followSilence(event, now);
        for (var change : monitoring.changesOf(event)) {
            isWorthTelling |= follow(event, change, now);
        }
        if (isWorthTelling) {
            tellOwners(event, now);
        }
    }

    private boolean follow(RunChanged event, Change change, Instant now) {
        var comparison = change.comparison();
        boolean told = false;
        for (var finding : comparison.cleared()) {
            told |= close(event, finding, now);
        }
        for (var step : comparison.eased()) {
            if (isTrouble(step.after())) {
                incidents.ease(event.domainId(), step.after());
            } else {
                told |= close(event, step.after(), now);
            }
        }
        if (change.isNews()) {
            for (var finding : comparison.appeared()) {
                told |= open(event, change.kind(), finding, now);
            }
            for (var step : comparison.worsened()) {
                told |= open(event, change.kind(), step.after(), now);
            }
        }
        return told;
    }

    private boolean open(RunChanged event, String kind, Finding finding, Instant now) {
        return isTrouble(finding)
                && incidents.open(event.domainId(), event.runId(), kind, finding, now);
    }

    private boolean close(RunChanged event, Finding finding, Instant now) {
        return incidents.close(
                event.domainId(), event.runId(), finding.code(), finding.subject(), now);
    }

    /// A day without an answer is an incident of its own; an answer ends it.
    private boolean followSilence(RunChanged event, Instant now) {
        var silent =
                monitoring.silent(event.domainId()).stream()
                        .collect(Collectors.toMap(Observation::kind, Silence::finding));
        boolean told = false;
        for (var incident : incidents.open(event.domainId())) {
            var isOver = Silence.is(incident) && !silent.containsKey(incident.kind());
            told |= isOver && close(event, incident.finding(), now);
        }
        for (var entry : silent.entrySet()) {
            told |=
                    incidents.open(
                            event.domainId(), event.runId(), entry.getKey(), entry.getValue(), now);
        }
        return told;
    }

    private void tellOwners(RunChanged event, Instant now) {
        var domain = domains.withIds(List.of(event.domainId())).getFirst();
        teams.members(domain.teamId()).stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(Member::accountId)
                .forEach(account -> deliveries.add(event.domainId(), event.runId(), account, now));
        events.publishEvent(new DeliveriesDue());
    }

    private static boolean isTrouble(Finding finding) {
        return finding.severity().compareTo(Severity.WARNING) >= 0;
    }
}
