package posthorn.app.domains;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.check.Profile;

/// What a person says about a domain besides its name.
///
/// @param selectors names of DKIM selectors
public record DomainDetails(Profile profile, List<String> selectors, List<InetAddress> hosts) {

    public DomainDetails {
        selectors = List.copyOf(selectors);
        hosts = List.copyOf(hosts);
    }

    /// A domain that sends and receives, about which nothing else is known.
    public static DomainDetails none() {
        return new DomainDetails(Profile.SENDS_AND_RECEIVES, List.of(), List.of());
    }
}
