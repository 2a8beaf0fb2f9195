package posthorn.engine.dnsbl;

import java.time.Instant;

/// A list that failed its tests again and again, and so is asked about nothing of this kind until
/// it passes them.
///
/// @param list its id
/// @param since when that began
public record Disabled(String list, SubjectKind kind, Trouble trouble, Instant since) {}
