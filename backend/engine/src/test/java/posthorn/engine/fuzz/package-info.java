/// Random input for every parser: seeded in each build, guided by coverage with Jazzer.
@NullMarked
package posthorn.engine.fuzz;

import org.jspecify.annotations.NullMarked;
