/// What to do on a server: the lines that cure a finding, for each software that may run there, and
/// how to tell which one does.
@NullMarked
package posthorn.engine.server;

import org.jspecify.annotations.NullMarked;
