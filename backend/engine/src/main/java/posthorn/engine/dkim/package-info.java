/// DKIM (RFC 6376): the key records by which a domain's signatures are verified.
@NullMarked
package posthorn.engine.dkim;

import org.jspecify.annotations.NullMarked;
