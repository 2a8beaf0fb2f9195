/// An SMTP server that takes mail in and sends none (RFC 5321): strict about order, line ends and
/// limits, exact about what it was given.
@NullMarked
package posthorn.engine.door;

import org.jspecify.annotations.NullMarked;
