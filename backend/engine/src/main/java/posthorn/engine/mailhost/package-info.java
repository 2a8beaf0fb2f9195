/// The hosts that take mail for a domain, as they answer at port 25.
@NullMarked
package posthorn.engine.mailhost;

import org.jspecify.annotations.NullMarked;
