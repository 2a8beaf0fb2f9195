/// How a check works: a probe asks, rules judge, findings carry codes and values.
@NullMarked
package posthorn.engine.check;

import org.jspecify.annotations.NullMarked;
