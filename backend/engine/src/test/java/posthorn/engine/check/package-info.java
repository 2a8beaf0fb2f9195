/// Tests of findings, checks and previews.
@NullMarked
package posthorn.engine.check;

import org.jspecify.annotations.NullMarked;
