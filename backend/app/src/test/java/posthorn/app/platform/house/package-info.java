/// What holds for the repository as a whole.
@NullMarked
package posthorn.app.platform.house;

import org.jspecify.annotations.NullMarked;
