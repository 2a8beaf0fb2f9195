/// Tests of `dnssec`.
@NullMarked
package posthorn.engine.dnssec;

import org.jspecify.annotations.NullMarked;
