/// Tells people when a domain got worse and when it is well again.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "domains", "monitoring"})
package posthorn.app.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
