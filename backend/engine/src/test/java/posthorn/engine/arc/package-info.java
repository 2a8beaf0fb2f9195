@NullMarked
package posthorn.engine.arc;

import org.jspecify.annotations.NullMarked;
