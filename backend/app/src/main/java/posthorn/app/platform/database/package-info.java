/// The database: the one that is configured, or one that comes along.
@NullMarked
package posthorn.app.platform.database;

import org.jspecify.annotations.NullMarked;
