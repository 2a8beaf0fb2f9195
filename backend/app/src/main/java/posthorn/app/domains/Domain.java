package posthorn.app.domains;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;

/// A domain a team watches.
///
/// @param selectors known DKIM selectors, by name
/// @param hosts addresses its mail is sent from
/// @param pausedAt since when it is not checked; null while it is
public record Domain(
        long id,
        long teamId,
        DnsName name,
        Profile profile,
        List<KnownSelector> selectors,
        List<InetAddress> hosts,
        Instant addedAt,
        @Nullable Instant pausedAt) {

    public Domain {
        selectors = List.copyOf(selectors);
        hosts = List.copyOf(hosts);
    }

    /// Whether it is not checked for the time being.
    public boolean isPaused() {
        return pausedAt != null;
    }

    /// What the engine is to check.
    public Target target() {
        return new Target(name, profile, selectors, hosts);
    }
}
