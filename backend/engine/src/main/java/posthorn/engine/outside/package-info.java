/// What the outside is asked and what it answers: names, questions, answers, and the ways to get
/// them (live, from a zone, recorded, laid over). The only package that knows dnsjava.
@NullMarked
package posthorn.engine.outside;

import org.jspecify.annotations.NullMarked;
