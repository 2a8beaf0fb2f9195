@NullMarked
package posthorn.engine.hosting;

import org.jspecify.annotations.NullMarked;
