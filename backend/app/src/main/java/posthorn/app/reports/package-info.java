/// Pages that tell a person how a domain is: the list, the report, a check, the history.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "domains", "monitoring"})
package posthorn.app.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
