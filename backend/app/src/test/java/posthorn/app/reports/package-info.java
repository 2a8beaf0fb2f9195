@NullMarked
package posthorn.app.reports;

import org.jspecify.annotations.NullMarked;
