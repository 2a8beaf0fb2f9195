/// Who keeps, filters, forwards and sends the mail of a domain, and who runs its name servers.
@NullMarked
package posthorn.engine.hosting;

import org.jspecify.annotations.NullMarked;
