package posthorn.app.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Verdict;

/// An interval in which a check of a domain said the same.
///
/// @param records the published texts a person wants to see
/// @param lastSeenAt the last run that saw all this
/// @param endedAt when another observation began; null while this one is open
/// @param unknownSince since when runs leave something open; null when the last decided all
/// @param silentSince when that had gone on for a day; null otherwise
/// @param isSeeded whether it is part of the demo's invented past
public record Observation(
        long id,
        long domainId,
        String kind,
        Verdict verdict,
        List<String> records,
        List<Finding> findings,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant endedAt,
        int runs,
        @Nullable Instant unknownSince,
        @Nullable Instant silentSince,
        boolean isSeeded) {

    public Observation {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    /// Whether it still goes on.
    public boolean isOpen() {
        return endedAt == null;
    }

    Known known() {
        return new Known(verdict, records, findings);
    }

    Observation with(List<Finding> others) {
        return new Observation(
                id,
                domainId,
                kind,
                verdict,
                records,
                others,
                firstSeenAt,
                lastSeenAt,
                endedAt,
                runs,
                unknownSince,
                silentSince,
                isSeeded);
    }
}
