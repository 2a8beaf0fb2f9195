/// Every record of a domain that mail has to do with, as resolvers and the name servers of its zone
/// each give it.
@NullMarked
package posthorn.engine.records;

import org.jspecify.annotations.NullMarked;
