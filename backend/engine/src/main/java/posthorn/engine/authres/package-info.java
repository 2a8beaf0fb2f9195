/// What others say they found out about a message (RFC 8601), and how we say it ourselves.
@NullMarked
package posthorn.engine.authres;

import org.jspecify.annotations.NullMarked;
