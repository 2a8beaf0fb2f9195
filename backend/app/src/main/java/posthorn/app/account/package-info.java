/// People and teams: sign-up, sign-in, passwords, roles.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package posthorn.app.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
