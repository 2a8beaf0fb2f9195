package posthorn.app.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;
import posthorn.engine.DomainCheckup;
import posthorn.engine.check.CheckResult;
import posthorn.engine.outside.Outside;

/// Takes the domains that are due and checks them, some at a time.
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 24;

    /// Longer than any run: 30 seconds of asking, and the last answers.
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final WatchRows watches;
    private final RunRows runs;
    private final Ledger ledger;
    private final Domains domains;
    private final DomainCheckup checkup;
    private final Outside outside;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Rounds(
            WatchRows watches,
            RunRows runs,
            Ledger ledger,
            Domains domains,
            DomainCheckup checkup,
            Outside outside,
            Clock clock) {
        this.watches = watches;
        this.runs = runs;
        this.ledger = ledger;
        this.domains = domains;
        this.checkup = checkup;
        this.outside = outside;
        this.clock = clock;
    }

    /// Begins to check what is due, as far as there is room; returns without waiting when the
    /// executor does.
    void begin(Executor threads) {
        for (var claims = claim(); !claims.isEmpty(); claims = claim()) {
            claims.forEach(claim -> threads.execute(() -> runAndLeave(claim)));
        }
    }

    private List<Claim> claim() {
        int room = places.drainPermits();
        var claims = List.<Claim>of();
        try {
            claims = room == 0 ? claims : watches.claim(clock.instant(), LEASE, room);
            return claims;
        } finally {
            places.release(room - claims.size());
        }
    }

    private void runAndLeave(Claim claim) {
        try {
            run(claim);
        } finally {
            places.release();
        }
    }

    void run(Claim claim) {
        var domain = domains.withIds(List.of(claim.domainId())).stream().findFirst();
        if (domain.isEmpty()) {
            return;
        }
        var runId = runs.begin(claim, clock.instant());
        try {
            var written = ledger.write(claim, runId, results(domain.get(), runId));
            LOG.debug("event=checked domain={} run={} kept={}", claim.domainId(), runId, written);
        } catch (RuntimeException e) { // the edge of the job: one domain must not stop the others
            LOG.error("event=check-failed domain={} run={}", claim.domainId(), runId, e);
            ledger.fail(claim, runId);
        }
    }

    private List<CheckResult> results(Domain domain, long runId) {
        return checkup.run(
                domain.target(),
                outside,
                result -> runs.land(runId, result.kind(), result.verdict()));
    }
}
