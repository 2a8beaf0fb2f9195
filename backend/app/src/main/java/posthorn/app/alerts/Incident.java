package posthorn.app.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Finding;

/// A cause of trouble that people were told about.
///
/// @param kind the check that found it
/// @param finding as it was when it was told
/// @param closedAt when it was over; null while it goes on
public record Incident(
        long id,
        long domainId,
        String kind,
        Finding finding,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /// Whether it goes on.
    public boolean isOpen() {
        return closedAt == null;
    }
}
