/// The names of addresses that send and take mail: reverse DNS, and how servers introduce
/// themselves.
@NullMarked
package posthorn.engine.rdns;

import org.jspecify.annotations.NullMarked;
