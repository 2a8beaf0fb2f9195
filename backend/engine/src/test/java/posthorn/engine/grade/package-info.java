@NullMarked
package posthorn.engine.grade;

import org.jspecify.annotations.NullMarked;
