/// Tests the DNS lists again and again, keeps how each is as seen from here, and disables those
/// that fail for everybody.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package posthorn.app.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
