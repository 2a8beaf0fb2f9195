package posthorn.engine.outside;

import org.xbill.DNS.Message;

/// What one server sent back to one query.
sealed interface Reply {

    /// A message that belongs to the query.
    record Said(Message message) implements Reply {}

    /// Something that claims to be the answer and cannot be read, or is none.
    record Garbled() implements Reply {}

    /// Nothing in time, or nobody there.
    record Silent() implements Reply {}
}
