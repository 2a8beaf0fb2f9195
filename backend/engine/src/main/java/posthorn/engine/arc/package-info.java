/// Authenticated Received Chain (RFC 8617): what forwarders say about a message, and whether their
/// chain holds. It is shown, never scored: any sealer may say anything.
@NullMarked
package posthorn.engine.arc;

import org.jspecify.annotations.NullMarked;
