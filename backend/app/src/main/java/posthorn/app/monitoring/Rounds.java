package posthorn.app.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;
import posthorn.engine.DomainCheckup;
import posthorn.engine.check.CheckResult;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Source;

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
    private volatile boolean stopped;

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
        boolean goOn = true;
        while (goOn && !stopped) {
            var claims = claim();
            goOn = !claims.isEmpty();
            for (var claim : claims) {
                goOn &= begin(claim, threads);
            }
        }
    }

    private boolean begin(Claim claim, Executor threads) {
        try {
            threads.execute(() -> runAndLeave(claim));
            return true;
        } catch (RejectedExecutionException e) { // we are about to stop
            ledger.giveBack(claim);
            places.release();
            return false;
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

    /// Runs may begin, again after a stop.
    void start() {
        stopped = false;
    }

    /// Ends all runs soon: no question is asked any more, and what was claimed is given back.
    void stop() {
        stopped = true;
    }

    void run(Claim claim) {
        try {
            var domain = domains.withIds(List.of(claim.domainId())).stream().findFirst();
            domain.ifPresent(found -> check(claim, found));
        } catch (RuntimeException e) { // the edge of the job: one domain must not stop the others
            LOG.error("event=check-failed domain={}", claim.domainId(), e);
            ledger.fail(claim);
        }
    }

    private void check(Claim claim, Domain domain) {
        var runId = runs.begin(claim, clock.instant());
        var results = results(domain, runId);
        if (stopped) {
            ledger.giveBack(claim);
        } else {
            var written = ledger.write(claim, runId, results);
            LOG.debug("event=checked domain={} run={} kept={}", claim.domainId(), runId, written);
        }
    }

    private List<CheckResult> results(Domain domain, long runId) {
        return checkup.run(
                domain.target(),
                outside.with(asking(outside.dns().freshWithin(domain.name()))),
                result -> runs.land(runId, result.kind(), result.verdict()));
    }

    private Dns asking(Dns dns) {
        return question ->
                stopped
                        ? new Answer.Failed<>(
                                Failure.TIMEOUT, List.of(), Source.local("our own stop"))
                        : dns.ask(question);
    }
}
