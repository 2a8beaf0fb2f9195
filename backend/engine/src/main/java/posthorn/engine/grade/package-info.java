/// The grade of a domain: what its checks are worth together, point by point.
@NullMarked
package posthorn.engine.grade;

import org.jspecify.annotations.NullMarked;
