/// DNSSEC (RFC 4033 to RFC 4035): whether the answers about a domain are signed, and hold.
@NullMarked
package posthorn.engine.dnssec;

import org.jspecify.annotations.NullMarked;
