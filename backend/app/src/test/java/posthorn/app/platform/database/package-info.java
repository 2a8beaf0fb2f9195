@NullMarked
package posthorn.app.platform.database;

import org.jspecify.annotations.NullMarked;
