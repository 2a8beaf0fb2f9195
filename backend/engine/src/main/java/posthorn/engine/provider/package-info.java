/// Fingerprints of mail hosters, filters, forwarders, senders and DNS hosts: what their customers'
/// zones look like, and what they should look like.
@NullMarked
package posthorn.engine.provider;

import org.jspecify.annotations.NullMarked;
