package posthorn.app.alerts;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the deliveries that are due.
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final DeliveryRows rows;
    private final Deliveries deliveries;
    private final Clock clock;

    Postman(DeliveryRows rows, Deliveries deliveries, Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void deliver() {
        rows.due(clock.instant(), AT_ONCE).forEach(this::deliver);
    }

    private void deliver(long id) {
        try {
            deliveries.make(id);
        } catch (RuntimeException e) { // the edge of the job: one mail must not stop the others
            LOG.error("event=delivery-failed delivery={}", id, e);
            rows.failed(id, clock.instant().plus(PAUSE), e.getClass().getSimpleName());
        }
    }
}
