@NullMarked
package posthorn.app.account;

import org.jspecify.annotations.NullMarked;
