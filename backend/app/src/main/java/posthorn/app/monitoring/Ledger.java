package posthorn.app.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import posthorn.engine.check.CheckResult;
import posthorn.engine.outside.Transcript;

/// Writes down what a run said: observations, the changes between them, and when the domain is due
/// next, all in one transaction.
@Component
class Ledger {

    private static final Duration SILENCE = Duration.ofHours(24);

    private final WatchRows watches;
    private final RunRows runs;
    private final ObservationRows observations;
    private final SuspicionRows suspicions;
    private final ChangeRows changes;
    private final TranscriptRows transcripts;
    private final Rhythm rhythm;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(
            WatchRows watches,
            RunRows runs,
            ObservationRows observations,
            SuspicionRows suspicions,
            ChangeRows changes,
            TranscriptRows transcripts,
            Rhythm rhythm,
            ApplicationEventPublisher events,
            Clock clock) {
        this.watches = watches;
        this.runs = runs;
        this.observations = observations;
        this.suspicions = suspicions;
        this.changes = changes;
        this.transcripts = transcripts;
        this.rhythm = rhythm;
        this.events = events;
        this.clock = clock;
    }

    /// Writes the results of a run, unless its lease has run out and somebody else has taken over.
    @Transactional
    public boolean write(Claim claim, long runId, List<CheckResult> results) {
        if (!watches.hold(claim)) {
            return false;
        }
        var entry = new Entry(claim, runId, clock.instant());
        boolean changed = false;
        for (var result : results) {
            changed |= entry.write(result);
        }
        runs.finish(runId, entry.now);
        var next = rhythm.next(entry.now, entry.suspected.values());
        var urgent = entry.suspected.values().stream().anyMatch(Suspicion::isUrgent);
        watches.release(claim, next, urgent ? Cause.CONFIRMING : Cause.SCHEDULED);
        if (changed) {
            events.publishEvent(new RunChanged(claim.domainId(), runId));
        }
        return true;
    }

    /// The run broke by a fault of ours; it is tried again.
    @Transactional
    public void fail(Claim claim) {
        if (watches.hold(claim)) {
            runs.fail(claim, clock.instant());
            watches.retry(claim, clock.instant().plus(rhythm.gap()));
        }
    }

    /// The run was broken off; the domain is due as before.
    @Transactional
    public void giveBack(Claim claim) {
        watches.retry(claim, claim.slot());
    }

    /// One run being written.
    private final class Entry {

        private final Claim claim;
        private final long runId;
        private final Instant now;
        private final Map<String, Observation> open;
        private final Map<String, Suspicion> suspected;

        Entry(Claim claim, long runId, Instant now) {
            this.claim = claim;
            this.runId = runId;
            this.now = now;
            this.open =
                    observations.open(List.of(claim.domainId())).stream()
                            .collect(Collectors.toMap(Observation::kind, Function.identity()));
            this.suspected = new HashMap<>(suspicions.of(claim.domainId()));
        }

        boolean write(CheckResult result) {
            var known = Storable.of(result);
            var before = open.get(result.kind());
            if (before == null) {
                begin(result.kind(), known, result.transcript());
                return false;
            }
            var decision =
                    new Confirmation(rhythm.gap(), now, claim.isEdited())
                            .decide(
                                    before.known(),
                                    Optional.ofNullable(suspected.get(result.kind())),
                                    known);
            return switch (decision) {
                case Confirmation.Decision.Unchanged unchanged ->
                        goOn(before, unchanged, result.transcript());
                case Confirmation.Decision.Suspected(var suspicion) -> {
                    suspect(result.kind(), Optional.of(suspicion));
                    yield false;
                }
                case Confirmation.Decision.Changed(var after) ->
                        change(before, after, result.transcript());
            };
        }

        private long begin(String kind, Known known, Transcript transcript) {
            var kept = transcripts.keep(transcript);
            return observations.begin(claim.domainId(), kind, known, kept, now);
        }

        private boolean goOn(
                Observation before,
                Confirmation.Decision.Unchanged unchanged,
                Transcript transcript) {
            suspect(before.kind(), unchanged.suspicion());
            var kept = transcripts.keep(transcript);
            if (unchanged.seen()) {
                observations.seen(before, unchanged.known(), kept, now);
            } else {
                observations.unseen(before, unchanged.known(), kept, now);
            }
            return noteSilence(before, unchanged.known());
        }

        private boolean change(Observation before, Known after, Transcript transcript) {
            suspect(before.kind(), Optional.empty());
            observations.end(before.id(), now);
            var id = begin(before.kind(), after, transcript);
            changes.add(runId, before, id, claim.isEdited(), now);
            return true;
        }

        /// After a day without a decision, and at its end, somebody should hear of it.
        private boolean noteSilence(Observation before, Known known) {
            var since = before.unknownSince();
            var silent = known.isSilent() && since != null && !since.plus(SILENCE).isAfter(now);
            if (silent == (before.silentSince() != null)) {
                return false;
            }
            observations.silent(before.id(), silent ? now : null);
            return true;
        }

        private void suspect(String kind, Optional<Suspicion> suspicion) {
            suspicion.ifPresentOrElse(
                    found -> {
                        suspected.put(kind, found);
                        suspicions.keep(claim.domainId(), kind, found);
                    },
                    () -> {
                        if (suspected.remove(kind) != null) {
                            suspicions.drop(claim.domainId(), kind);
                        }
                    });
        }
    }
}
