package posthorn.app.alerts;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;

/// The troubles that people were told about.
@Service
@Transactional(readOnly = true)
public class Alerts {

    private final IncidentRows incidents;
    private final Domains domains;

    Alerts(IncidentRows incidents, Domains domains) {
        this.incidents = incidents;
        this.domains = domains;
    }

    /// What goes on at a domain just now, the oldest first.
    public List<Incident> open(Domain domain) {
        return incidents.open(domain.id());
    }

    /// All incidents of a team: open ones first, then the newest.
    public List<Incident> list(long teamId, int most, int skip) {
        return incidents.list(ids(teamId), most, skip);
    }

    /// How many there are.
    public int count(long teamId) {
        return incidents.count(ids(teamId));
    }

    private List<Long> ids(long teamId) {
        return domains.list(teamId).stream().map(Domain::id).toList();
    }
}
