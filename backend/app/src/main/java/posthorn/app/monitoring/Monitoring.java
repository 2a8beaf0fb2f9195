package posthorn.app.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.domains.Domain;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.TooManyRequests;

/// What is known of domains, and since when. A [Domain] comes from the face of its module, asked
/// with the team of whoever wants to know; so nobody sees what belongs to another team.
@Service
@Transactional(readOnly = true)
public class Monitoring {

    private final WatchRows watches;
    private final RunRows runs;
    private final ObservationRows observations;
    private final SuspicionRows suspicions;
    private final ChangeRows changes;
    private final Kinds kinds;
    private final Rhythm rhythm;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Monitoring(
            WatchRows watches,
            RunRows runs,
            ObservationRows observations,
            SuspicionRows suspicions,
            ChangeRows changes,
            Kinds kinds,
            Rhythm rhythm,
            ApplicationEventPublisher events,
            Clock clock) {
        this.watches = watches;
        this.runs = runs;
        this.observations = observations;
        this.suspicions = suspicions;
        this.changes = changes;
        this.kinds = kinds;
        this.rhythm = rhythm;
        this.events = events;
        this.clock = clock;
    }

    /// The checks there are, in the order of a report.
    public List<String> kinds() {
        return kinds.all();
    }

    /// How a domain is.
    public Status status(Domain domain) {
        return statuses(List.of(domain)).getOrDefault(domain.id(), nothing());
    }

    /// How several domains are, by id.
    public Map<Long, Status> statuses(Collection<Domain> domains) {
        var ids = domains.stream().map(Domain::id).toList();
        var open =
                observations.open(ids).stream()
                        .sorted(Comparator.comparing(Observation::kind, kinds.order()))
                        .collect(Collectors.groupingBy(Observation::domainId));
        var latest = runs.latest(ids);
        var due = watches.find(ids, clock.instant());
        var statuses = new HashMap<Long, Status>();
        due.forEach((id, watch) ->
                statuses.put(
                        id,
                        new Status(
                                open.getOrDefault(id, List.of()),
                                latest.get(id),
                                watch.dueAt(),
                                watch.isLeased())));
        return statuses;
    }

    /// How far the checks of a domain are just now.
    public Progress progress(Domain domain) {
        var now = clock.instant();
        var watch = watches.find(domain.id(), now).orElseThrow(NotFound::new);
        var due = watch.dueAt();
        return new Progress(
                watch.isLeased() || (due != null && !due.isAfter(now)),
                kinds.all(),
                runs.latest(List.of(domain.id())).get(domain.id()),
                due,
                suspicions.kinds(domain.id()));
    }

    /// The changes of a domain, the newest first.
    public List<Change> changes(Domain domain, int most, int skip) {
        return changes.ofDomain(domain.id(), most, skip);
    }

    /// How many changes there were.
    public int countChanges(Domain domain) {
        return changes.count(domain.id());
    }

    /// What one run changed: for jobs, never for a person.
    public List<Change> changesOf(RunChanged event) {
        return changes.ofRun(event.runId());
    }

    /// The open observations of a domain that nothing could be said about for a day.
    public List<Observation> silent(long domainId) {
        return observations.open(List.of(domainId)).stream()
                .filter(observation -> observation.silentSince() != null)
                .toList();
    }

    /// All intervals of a domain, the newest first.
    public List<Observation> history(Domain domain, int most, int skip) {
        return observations.history(domain.id(), most, skip);
    }

    /// How many intervals there are.
    public int countHistory(Domain domain) {
        return observations.count(domain.id());
    }

    /// One observation of a domain.
    ///
    /// @throws NotFound when there is none with this id, or it is about another domain
    public Observation observation(Domain domain, long id) {
        return observations.find(domain.id(), id).orElseThrow(NotFound::new);
    }

    /// What was asked and answered, as zone text. When the latest run left something open, what it
    /// asked follows.
    ///
    /// @throws NotFound when there is no such observation of this domain
    public String transcript(Domain domain, long observationId) {
        var texts = observations.transcripts(domain.id(), observationId);
        return Optional.of(texts)
                .filter(found -> !found.isEmpty())
                .map(found -> String.join("\n", found))
                .orElseThrow(NotFound::new);
    }

    /// The latest runs of a domain, the newest first.
    public List<CheckRun> runs(Domain domain, int most) {
        return runs.latest(domain.id(), most);
    }

    /// Checks a domain now. Nothing new happens while a run is on its way; a paused domain stays
    /// paused.
    ///
    /// @throws TooManyRequests when the last request was only moments ago
    @Transactional
    public void request(Domain domain) {
        if (domain.isPaused() || progress(domain).isRunning()) {
            return;
        }
        if (!watches.request(domain.id(), clock.instant(), pause())) {
            throw new TooManyRequests(pause());
        }
        events.publishEvent(new WatchHurried(domain.id()));
    }

    /// How long it takes until a domain may be asked for again.
    private Duration pause() {
        return rhythm.gap();
    }

    private static Status nothing() {
        return new Status(List.of(), null, null, false);
    }
}
