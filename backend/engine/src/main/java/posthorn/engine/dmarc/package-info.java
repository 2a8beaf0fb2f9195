/// DMARC (RFC 9989): what receivers are asked to do with mail that fails authentication, and where
/// they report it (RFC 9990, RFC 9991).
@NullMarked
package posthorn.engine.dmarc;

import org.jspecify.annotations.NullMarked;
