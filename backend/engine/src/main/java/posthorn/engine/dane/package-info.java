/// DANE for SMTP (RFC 7672): the DNS names the certificates or keys of the mail hosts.
@NullMarked
package posthorn.engine.dane;

import org.jspecify.annotations.NullMarked;
