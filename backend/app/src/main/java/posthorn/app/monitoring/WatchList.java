package posthorn.app.monitoring;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.domains.DomainAdded;
import posthorn.app.domains.DomainChanged;

/// Follows what happens to domains: new ones are due at once, paused ones never. What belongs to a
/// removed one goes with its row.
@Component
class WatchList {

    private final WatchRows watches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WatchList(WatchRows watches, ApplicationEventPublisher events, Clock clock) {
        this.watches = watches;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DomainAdded added) {
        watches.add(added.domainId(), clock.instant());
        events.publishEvent(new WatchHurried(added.domainId()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DomainChanged changed) {
        var now = clock.instant();
        switch (changed.what()) {
            case DETAILS -> watches.edited(changed.domainId(), now);
            case PAUSED -> watches.stop(changed.domainId());
            case RESUMED -> watches.resume(changed.domainId(), now);
        }
        events.publishEvent(new WatchHurried(changed.domainId()));
    }
}
