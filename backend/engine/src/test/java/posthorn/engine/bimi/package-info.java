@NullMarked
package posthorn.engine.bimi;

import org.jspecify.annotations.NullMarked;
