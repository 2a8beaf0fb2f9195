/// Tests of the engine as a whole, and the reader of its cases.
@NullMarked
package posthorn.engine;

import org.jspecify.annotations.NullMarked;
