package posthorn.engine.outside;

import java.time.Duration;

/// Where an answer came from: the server asked, whether it spoke with authority (AA), and how long
/// it took.
public record Source(String server, boolean authoritative, Duration took) {

    /// An answer that no server gave: a zone file, a preview, our own limit.
    public static Source local(String name) {
        return new Source(name, false, Duration.ZERO);
    }
}
