@NullMarked
package posthorn.engine.server;

import org.jspecify.annotations.NullMarked;
