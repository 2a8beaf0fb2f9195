@NullMarked
package posthorn.app.monitoring;

import org.jspecify.annotations.NullMarked;
