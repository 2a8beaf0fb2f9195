/// A mail message as octets: its header fields and its body (RFC 5322), read within limits; and
/// what addresses and dates in it say.
@NullMarked
package posthorn.engine.message;

import org.jspecify.annotations.NullMarked;
