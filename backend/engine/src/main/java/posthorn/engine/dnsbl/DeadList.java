package posthorn.engine.dnsbl;

import java.util.List;
import java.util.Locale;
import posthorn.engine.outside.DnsName;

/// A list that is closed and must not be asked.
///
/// @param zones its zones; `*.example.org` stands for all below it
/// @param since when it ended, as exactly as is known; `-` if that is not known
/// @param reason how it ended
/// @param reasonDe the same in German
public record DeadList(
        String id, List<String> zones, String since, String reason, String reasonDe) {

    public DeadList {
        zones = List.copyOf(zones);
    }

    /// How it ended, for this reader.
    public String reasonIn(Locale locale) {
        return locale.getLanguage().equals("de") ? reasonDe : reason;
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
