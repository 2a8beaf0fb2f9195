/// Tests of SPF.
@NullMarked
package posthorn.engine.spf;

import org.jspecify.annotations.NullMarked;
