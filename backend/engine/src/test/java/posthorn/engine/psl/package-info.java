/// Tests of the public suffix list.
@NullMarked
package posthorn.engine.psl;

import org.jspecify.annotations.NullMarked;
