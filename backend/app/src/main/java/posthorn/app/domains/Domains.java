package posthorn.app.domains;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.platform.NotFound;
import posthorn.engine.outside.DnsName;

/// The domains that teams watch.
@Service
@Transactional
public class Domains {

    /// How many domains a team may watch.
    static final int LIMIT = 1_000;

    private final DomainRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Domains(DomainRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// All domains of a team, by name.
    @Transactional(readOnly = true)
    public List<Domain> list(long teamId) {
        return rows.ofTeam(teamId);
    }

    /// One domain of a team; the name may hold U-labels.
    ///
    /// @throws NotFound when the team watches no such domain
    @Transactional(readOnly = true)
    public Domain find(long teamId, String name) {
        return DnsName.fromPerson(name)
                .flatMap(wellFormed -> rows.find(teamId, wellFormed))
                .orElseThrow(NotFound::new);
    }

    /// The domains with these ids, of whatever team: for jobs, never for a person.
    @Transactional(readOnly = true)
    public List<Domain> withIds(Collection<Long> ids) {
        return rows.withIds(ids);
    }

    /// Adds a domain, or says why not.
    public Optional<NameFault> add(long teamId, DnsName name, DomainDetails details) {
        rows.lock(teamId);
        if (rows.find(teamId, name).isPresent()) {
            return Optional.of(NameFault.DUPLICATE);
        }
        if (rows.count(teamId) >= LIMIT) {
            return Optional.of(NameFault.LIMIT);
        }
        var id = rows.insert(teamId, name, details.profile(), clock.instant());
        describe(id, details);
        events.publishEvent(new DomainAdded(id));
        return Optional.empty();
    }

    /// Changes what is known of a domain.
    public void edit(long teamId, String name, DomainDetails details) {
        var domain = find(teamId, name);
        rows.update(domain.id(), details.profile());
        describe(domain.id(), details);
        if (!find(teamId, name).target().equals(domain.target())) {
            changed(domain, DomainChanged.What.DETAILS);
        }
    }

    /// Stops checking a domain for the time being.
    public void pause(long teamId, String name) {
        var domain = find(teamId, name);
        if (!domain.isPaused()) {
            rows.pause(domain.id(), clock.instant());
            changed(domain, DomainChanged.What.PAUSED);
        }
    }

    /// Checks a domain again.
    public void resume(long teamId, String name) {
        var domain = find(teamId, name);
        if (domain.isPaused()) {
            rows.resume(domain.id());
            changed(domain, DomainChanged.What.RESUMED);
        }
    }

    /// Removes a domain with all that is known of it.
    public void delete(long teamId, String name) {
        var domain = find(teamId, name);
        events.publishEvent(new DomainRemoved(domain.id()));
        rows.delete(domain.id());
    }

    private void changed(Domain domain, DomainChanged.What what) {
        events.publishEvent(new DomainChanged(domain.id(), what));
    }

    private void describe(long id, DomainDetails details) {
        rows.declare(id, details.selectors());
        rows.setHosts(id, details.hosts());
    }
}
