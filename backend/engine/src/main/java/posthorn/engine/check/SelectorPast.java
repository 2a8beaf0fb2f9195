package posthorn.engine.check;

import java.time.Instant;

/// Something known of a DKIM selector from before: the DNS only tells what is so now.
public sealed interface SelectorPast {

    /// The selector.
    String selector();

    /// A mail received at that time named it in a signature.
    record Signed(String selector, Instant last) implements SelectorPast {}

    /// The record there now has been the same since then.
    record Unchanged(String selector, Instant since) implements SelectorPast {}
}
