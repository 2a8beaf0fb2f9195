/// The service: accounts, schedules, storage, alerts, pages.
@NullMarked
package posthorn.app;

import org.jspecify.annotations.NullMarked;
