@NullMarked
package posthorn.app.platform.web;

import org.jspecify.annotations.NullMarked;
