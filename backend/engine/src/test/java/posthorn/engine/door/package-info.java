@NullMarked
package posthorn.engine.door;

import org.jspecify.annotations.NullMarked;
