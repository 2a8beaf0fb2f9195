/// What is so for one received message: who is proven to have sent it, and what stands in the way.
@NullMarked
package posthorn.engine.testmail;

import org.jspecify.annotations.NullMarked;
