/// The public suffix list: below which names anybody may register a domain.
@NullMarked
package posthorn.engine.psl;

import org.jspecify.annotations.NullMarked;
