@NullMarked
package posthorn.app.platform.mail;

import org.jspecify.annotations.NullMarked;
