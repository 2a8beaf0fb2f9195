/// Tables that people write and programs read: blocks of lines.
@NullMarked
package posthorn.engine.table;

import org.jspecify.annotations.NullMarked;
