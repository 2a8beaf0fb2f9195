/// The engine: asks the outside, parses, judges. Knows no framework and no database.
@NullMarked
package posthorn.engine;

import org.jspecify.annotations.NullMarked;
