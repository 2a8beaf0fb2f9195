/// Findings as sentences in the reader's language.
@NullMarked
package posthorn.engine.text;

import org.jspecify.annotations.NullMarked;
