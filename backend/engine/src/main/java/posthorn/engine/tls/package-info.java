/// Whether mail to a domain travels encrypted: STARTTLS (RFC 3207) at its MX hosts, and the
/// certificates they show.
@NullMarked
package posthorn.engine.tls;

import org.jspecify.annotations.NullMarked;
