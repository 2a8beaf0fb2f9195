package posthorn.app.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import posthorn.app.platform.Settings;

/// When things are done again.
@Component
class Rhythm {

    /// two runs that shall agree are at least so far apart.
    private static final Duration LONGEST_GAP = Duration.ofSeconds(60);

    private static final double SPREAD = 0.1;

    private final Settings.Schedule schedule;
    private final RandomGenerator random;

    @Autowired
    Rhythm(Settings settings) {
        this(settings.schedule(), RandomGenerator.getDefault());
    }

    Rhythm(Settings.Schedule schedule, RandomGenerator random) {
        this.schedule = schedule;
        this.random = random;
    }

    /// How far apart two runs are at least whose agreement counts.
    Duration gap() {
        var confirm = schedule.confirm();
        return confirm.compareTo(LONGEST_GAP) < 0 ? confirm : LONGEST_GAP;
    }

    /// When a domain is due after a run: in its usual time, a little sooner or later so that not
    /// all come at once, or soon when something waits for a second look.
    Instant next(Instant now, Collection<Suspicion> suspicions) {
        var factor = 1 - SPREAD / 2 + random.nextDouble() * SPREAD;
        var usual = now.plusMillis((long) (schedule.interval().toMillis() * factor));
        return suspicions.stream()
                .filter(Suspicion::isUrgent)
                .map(suspicion -> secondLook(suspicion, now))
                .filter(at -> at.isBefore(usual))
                .min(Instant::compareTo)
                .orElse(usual);
    }

    private Instant secondLook(Suspicion suspicion, Instant now) {
        var at = suspicion.since().plus(schedule.confirm());
        return at.isAfter(now) ? at : now.plus(schedule.confirm());
    }
}
