/// Tests of results in header fields, with the published vectors.
@NullMarked
package posthorn.engine.authres;

import org.jspecify.annotations.NullMarked;
