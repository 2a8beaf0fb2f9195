/// The command line: the engine for terminals, scripts and other test suites.
@NullMarked
package posthorn.cli;

import org.jspecify.annotations.NullMarked;
