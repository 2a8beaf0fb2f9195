/// SMTP MTA Strict Transport Security (RFC 8461): what a domain asks of those who send to it.
@NullMarked
package posthorn.engine.mtasts;

import org.jspecify.annotations.NullMarked;
