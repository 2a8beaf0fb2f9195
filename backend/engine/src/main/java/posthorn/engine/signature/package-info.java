/// Signatures of messages (RFC 6376, 8301, 8463): what was signed, by whom, whether it still holds,
/// and if not, why. The keys in the DNS are the concern of the package `dkim`.
@NullMarked
package posthorn.engine.signature;

import org.jspecify.annotations.NullMarked;
