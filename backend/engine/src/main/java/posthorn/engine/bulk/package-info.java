/// What large receivers ask of senders, as far as the DNS shows it.
@NullMarked
package posthorn.engine.bulk;

import org.jspecify.annotations.NullMarked;
