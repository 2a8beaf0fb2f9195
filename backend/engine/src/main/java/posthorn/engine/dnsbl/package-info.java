/// Whether DNS lists (RFC 5782) name a domain or its addresses, as far as the lists can be trusted:
/// each has to pass its self-test before it may accuse anybody.
@NullMarked
package posthorn.engine.dnsbl;

import org.jspecify.annotations.NullMarked;
