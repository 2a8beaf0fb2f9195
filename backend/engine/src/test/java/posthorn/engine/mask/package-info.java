/// Tests of the masks of DNS hosts.
@NullMarked
package posthorn.engine.mask;

import org.jspecify.annotations.NullMarked;
