package posthorn.app.alerts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.account.Member;
import posthorn.app.account.Role;
import posthorn.app.account.Teams;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;
import posthorn.app.monitoring.Monitoring;
import posthorn.app.monitoring.RunChanged;
import posthorn.app.platform.mail.OutgoingMail;

/// Hands what is to be told to the outgoing mail. A delivery and its mail are one transaction:
/// either both are kept or neither.
@Component
class Deliveries {

    private final DeliveryRows deliveries;
    private final IncidentRows incidents;
    private final Domains domains;
    private final Teams teams;
    private final Monitoring monitoring;
    private final AlertMails mails;
    private final OutgoingMail outgoing;
    private final Clock clock;

    Deliveries(
            DeliveryRows deliveries,
            IncidentRows incidents,
            Domains domains,
            Teams teams,
            Monitoring monitoring,
            AlertMails mails,
            OutgoingMail outgoing,
            Clock clock) {
        this.deliveries = deliveries;
        this.incidents = incidents;
        this.domains = domains;
        this.teams = teams;
        this.monitoring = monitoring;
        this.mails = mails;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /// Makes one delivery, unless somebody else has made it or is at it.
    @Transactional
    public void make(long id) {
        deliveries
                .take(id)
                .ifPresent(delivery -> {
                    mailTo(delivery);
                    deliveries.sent(delivery.id(), clock.instant());
                });
    }

    /// Whoever has left meanwhile, or owns the team no more, is told nothing; nor is anybody when a
    /// later run has told it already.
    private void mailTo(Delivery delivery) {
        var domain = domains.withIds(List.of(delivery.domainId())).getFirst();
        var news =
                new AlertMails.News(
                        domain,
                        incidents.toldBy(delivery.runId()),
                        incidents.closedBy(delivery.runId()),
                        monitoring.changesOf(
                                new RunChanged(delivery.domainId(), delivery.runId())));
        if (!news.troubles().isEmpty() || !news.recoveries().isEmpty()) {
            reader(domain, delivery).ifPresent(person -> outgoing.send(mails.write(news, person)));
        }
    }

    private Optional<Member> reader(Domain domain, Delivery delivery) {
        return teams.members(domain.teamId()).stream()
                .filter(member -> member.accountId() == delivery.accountId())
                .filter(member -> member.role() == Role.OWNER)
                .findFirst();
    }
}
