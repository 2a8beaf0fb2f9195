/// Tests of names, answers and zones.
@NullMarked
package posthorn.engine.outside;

import org.jspecify.annotations.NullMarked;
