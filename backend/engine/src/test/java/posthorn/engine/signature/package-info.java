@NullMarked
package posthorn.engine.signature;

import org.jspecify.annotations.NullMarked;
