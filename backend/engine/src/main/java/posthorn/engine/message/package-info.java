/// A mail message as octets: its header fields and its body (RFC 5322), read within limits.
@NullMarked
package posthorn.engine.message;

import org.jspecify.annotations.NullMarked;
