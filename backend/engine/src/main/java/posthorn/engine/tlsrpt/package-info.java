/// SMTP TLS reporting (RFC 8460): where senders tell a domain of encryption that failed.
@NullMarked
package posthorn.engine.tlsrpt;

import org.jspecify.annotations.NullMarked;
