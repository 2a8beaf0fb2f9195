@NullMarked
package posthorn.engine.dns;

import org.jspecify.annotations.NullMarked;
