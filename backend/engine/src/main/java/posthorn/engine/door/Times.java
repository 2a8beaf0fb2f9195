package posthorn.engine.door;

import java.time.Instant;

/// When the steps of a transaction were taken.
///
/// @param connected when the client had connected
/// @param greeted when it said HELO or EHLO last
/// @param mail when it named the reverse-path
/// @param data when it began its text
public record Times(Instant connected, Instant greeted, Instant mail, Instant data) {}
