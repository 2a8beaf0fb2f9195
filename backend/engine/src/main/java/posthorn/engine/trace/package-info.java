/// The way of a message: its trace fields (RFC 5321 §4.4), hop by hop. All but the uppermost are
/// what others claim.
@NullMarked
package posthorn.engine.trace;

import org.jspecify.annotations.NullMarked;
