/// Where the mail of a domain is to be delivered: MX records and the hosts they name (RFC 5321 §5).
@NullMarked
package posthorn.engine.mx;

import org.jspecify.annotations.NullMarked;
