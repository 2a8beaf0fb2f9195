@NullMarked
package posthorn.engine.trace;

import org.jspecify.annotations.NullMarked;
