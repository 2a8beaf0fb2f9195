/// Tests of `dane`.
@NullMarked
package posthorn.engine.dane;

import org.jspecify.annotations.NullMarked;
