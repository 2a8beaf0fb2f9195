/// Runs checks when they are due and keeps what they said as intervals.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "domains", "lists"})
package posthorn.app.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
