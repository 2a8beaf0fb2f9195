/// Sender Policy Framework (RFC 7208): the record, its evaluation for one mail, the expansion of
/// the whole record, and what can be wrong with it.
@NullMarked
package posthorn.engine.spf;

import org.jspecify.annotations.NullMarked;
