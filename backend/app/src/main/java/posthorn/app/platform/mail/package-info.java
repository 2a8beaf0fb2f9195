/// Outgoing mail: written in the transaction it tells about, handed to the relay later.
@NullMarked
package posthorn.app.platform.mail;

import org.jspecify.annotations.NullMarked;
