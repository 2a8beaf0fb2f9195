package posthorn.app.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.domains.Domain;
import posthorn.engine.check.CheckResult;

/// Gives the domains of the demo a past, marked as invented. There is none outside the demo.
@Component
@ConditionalOnBooleanProperty("posthorn.demo")
public class Past {

    private final ObservationRows observations;
    private final ChangeRows changes;
    private final TranscriptRows transcripts;

    Past(ObservationRows observations, ChangeRows changes, TranscriptRows transcripts) {
        this.observations = observations;
        this.changes = changes;
        this.transcripts = transcripts;
    }

    /// Makes a check have said this from one time to another; call it in the order of time.
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Domain domain, CheckResult result, Instant from, Instant until) {
        var known = Storable.of(result);
        int runs = (int) Duration.between(from, until).toHours();
        var before = open(domain, result.kind());
        if (before.isPresent() && before.get().known().isSameAs(known)) {
            observations.seed(before.get().id(), until, before.get().runs() + runs);
            return;
        }
        before.ifPresent(earlier -> observations.end(earlier.id(), from));
        var transcript = transcripts.keep(result.transcript());
        var id = observations.begin(domain.id(), result.kind(), known, transcript, from);
        observations.seed(id, until, runs);
        before.ifPresent(earlier -> changes.add(null, earlier, id, false, from));
    }

    private Optional<Observation> open(Domain domain, String kind) {
        return observations.open(List.of(domain.id())).stream()
                .filter(observation -> observation.kind().equals(kind))
                .findFirst();
    }
}
