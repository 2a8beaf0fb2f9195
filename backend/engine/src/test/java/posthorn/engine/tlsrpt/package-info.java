/// Tests of `tlsrpt`.
@NullMarked
package posthorn.engine.tlsrpt;

import org.jspecify.annotations.NullMarked;
