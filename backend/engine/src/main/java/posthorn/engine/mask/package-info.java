/// Records as the forms of DNS hosts want them typed: field by field, with what is peculiar to each
/// host.
@NullMarked
package posthorn.engine.mask;

import org.jspecify.annotations.NullMarked;
