/// Tests of `text`.
@NullMarked
package posthorn.engine.text;

import org.jspecify.annotations.NullMarked;
