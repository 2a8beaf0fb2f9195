/// Guards shared by all modules: limits, secret tokens, public paths, hosts and origins.
@NullMarked
package posthorn.app.platform.security;

import org.jspecify.annotations.NullMarked;
