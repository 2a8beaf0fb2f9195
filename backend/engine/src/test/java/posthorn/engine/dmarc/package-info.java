/// Tests of policies, their discovery and their reports, with the published vectors.
@NullMarked
package posthorn.engine.dmarc;

import org.jspecify.annotations.NullMarked;
