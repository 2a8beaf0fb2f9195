/// The pages alone, without database and accounts, to test how they look and what they say.
@NullMarked
package posthorn.pages;

import org.jspecify.annotations.NullMarked;
