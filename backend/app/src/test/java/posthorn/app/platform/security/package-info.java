@NullMarked
package posthorn.app.platform.security;

import org.jspecify.annotations.NullMarked;
