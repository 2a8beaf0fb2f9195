/// Tests of key records and of asking for them.
@NullMarked
package posthorn.engine.dkim;

import org.jspecify.annotations.NullMarked;
