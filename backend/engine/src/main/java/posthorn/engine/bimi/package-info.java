/// Brand Indicators for Message Identification (BIMI draft): whether mail programs may show the
/// logo of a domain, and who may issue certificates for it (CAA, RFC 8659).
@NullMarked
package posthorn.engine.bimi;

import org.jspecify.annotations.NullMarked;
