package posthorn.app.lists;

import java.time.Instant;

/// A state of a list that became another, or a list that was disabled or came back.
///
/// @param isDisabled whether the list is disabled from then on
record ListChange(ListKey key, ListState before, ListState after, boolean isDisabled, Instant at) {}
