/// A small world of broken domains, and a team that watches it. There is nothing of it unless the
/// setting `demo` is on.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "domains", "monitoring"})
package posthorn.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
