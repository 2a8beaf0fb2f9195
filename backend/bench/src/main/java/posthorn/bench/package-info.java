/// Benchmarks of the engine, and how their figures are shown.
@NullMarked
package posthorn.bench;

import org.jspecify.annotations.NullMarked;
