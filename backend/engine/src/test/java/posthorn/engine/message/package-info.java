@NullMarked
package posthorn.engine.message;

import org.jspecify.annotations.NullMarked;
