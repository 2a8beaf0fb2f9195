package posthorn.engine.dnsbl;

import java.util.List;
import posthorn.engine.outside.DnsName;

/// A list that is closed and must not be asked.
///
/// @param zones its zones; `*.example.org` stands for all below it
/// @param since when it ended, as exactly as is known
/// @param reason how it ended
public record DeadList(String id, List<String> zones, String since, String reason) {

    public DeadList {
        zones = List.copyOf(zones);
    }

    /// Whether this zone is one of its own.
    public boolean holds(DnsName zone) {
        return zones.stream()
                .anyMatch(dead ->
                        dead.startsWith("*.")
                                ? zone.isWithin(DnsName.of(dead.substring(2)))
                                : zone.equals(DnsName.of(dead)));
    }
}
