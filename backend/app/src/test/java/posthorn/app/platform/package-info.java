@NullMarked
package posthorn.app.platform;

import org.jspecify.annotations.NullMarked;
