package posthorn.engine.outside;

import java.time.Clock;

/// Everything a probe may ask: the DNS, and what time it is.
public record Outside(Dns dns, Clock clock) {

    /// The same outside with another DNS.
    public Outside with(Dns other) {
        return new Outside(other, clock);
    }
}
