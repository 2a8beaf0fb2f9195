package posthorn.engine.dnsbl;

import java.util.Locale;

/// What a list can be asked about.
public enum SubjectKind {
    IP4,
    IP6,
    DOMAIN;

    /// The word in a table of lists.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
