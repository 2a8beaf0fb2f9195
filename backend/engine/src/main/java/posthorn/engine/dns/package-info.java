/// The zone of a domain: its delegation, its name servers, whether they agree, and its aliases (RFC
/// 1034, RFC 2181).
@NullMarked
package posthorn.engine.dns;

import org.jspecify.annotations.NullMarked;
