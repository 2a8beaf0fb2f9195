package posthorn.app.monitoring;

import java.time.Instant;
import java.util.UUID;

/// A due domain that this node has taken for a while.
///
/// @param slot when it was due
/// @param isEdited whether a person changed what is checked since the last run
record Claim(long domainId, Instant slot, Cause cause, boolean isEdited, UUID lease) {}
