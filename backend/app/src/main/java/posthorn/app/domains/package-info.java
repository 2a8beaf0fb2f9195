/// What is watched: domains with their selectors, sending addresses and use.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account"})
package posthorn.app.domains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
