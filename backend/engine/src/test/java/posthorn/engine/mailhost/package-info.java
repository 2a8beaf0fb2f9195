/// Tests of `mailhost`.
@NullMarked
package posthorn.engine.mailhost;

import org.jspecify.annotations.NullMarked;
