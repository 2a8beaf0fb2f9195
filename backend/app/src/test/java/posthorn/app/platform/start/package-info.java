@NullMarked
package posthorn.app.platform.start;

import org.jspecify.annotations.NullMarked;
