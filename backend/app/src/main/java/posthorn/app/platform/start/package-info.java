/// Starting and stopping: arguments, refusals in one sentence, the line that says "ready".
@NullMarked
package posthorn.app.platform.start;

import org.jspecify.annotations.NullMarked;
