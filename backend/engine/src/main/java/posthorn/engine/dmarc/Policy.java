package posthorn.engine.dmarc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a domain owner asks for when mail fails DMARC (RFC 9989 §4.7), mildest first.
public enum Policy {
    NONE,
    QUARANTINE,
    REJECT;

    /// The policy of this name in any case.
    public static Optional<Policy> of(String text) {
        return Arrays.stream(values()).filter(p -> p.text().equalsIgnoreCase(text)).findFirst();
    }

    /// The policy while the owner is testing: one level lower.
    public Policy lowered() {
        return this == REJECT ? QUARANTINE : NONE;
    }

    /// The word in a record.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isWeakerThan(Policy other) {
        return compareTo(other) < 0;
    }
}
