/// Pages that tell a person how a domain is: the list, the report, a check, the history.
@NullMarked
package posthorn.app.reports;

import org.jspecify.annotations.NullMarked;
