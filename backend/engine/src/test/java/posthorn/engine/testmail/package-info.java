/// Tests of what is found out about whole messages.
@NullMarked
package posthorn.engine.testmail;

import org.jspecify.annotations.NullMarked;
