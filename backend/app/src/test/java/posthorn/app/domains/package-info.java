@NullMarked
package posthorn.app.domains;

import org.jspecify.annotations.NullMarked;
