/// Tests of `mtasts`.
@NullMarked
package posthorn.engine.mtasts;

import org.jspecify.annotations.NullMarked;
