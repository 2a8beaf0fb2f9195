/// Tests of `tls`.
@NullMarked
package posthorn.engine.tls;

import org.jspecify.annotations.NullMarked;
