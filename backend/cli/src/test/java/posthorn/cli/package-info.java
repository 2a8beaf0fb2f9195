/// Tests of the command line.
@NullMarked
package posthorn.cli;

import org.jspecify.annotations.NullMarked;
