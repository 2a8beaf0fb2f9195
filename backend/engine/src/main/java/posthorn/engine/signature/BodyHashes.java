package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.message.OctetSink;

/// The hashes of one body that signatures ask for, each computed once while the body goes by.
public final class BodyHashes implements OctetSink {

    /// One hash: of the body evened out, of its first `length` octets.
    public record Request(Canonicalization canonicalization, String hash, long length) {}

    /// A hash of a body.
    public static final class BodyHash {

        private final byte[] octets;
        private final long length;

        BodyHash(byte[] octets, long length) {
            this.octets = octets;
            this.length = length;
        }

        /// The hash.
        public byte[] octets() {
            return octets.clone();
        }

        /// How many octets the evened-out body has in all.
        public long length() {
            return length;
        }
    }

    /// A body on its way into a hash.
    private record Passing(CanonicalBody body, HashSink hash) {

        static Passing of(Request request) {
            var hash = new HashSink(request.hash(), request.length());
            return new Passing(CanonicalBody.of(request.canonicalization(), hash), hash);
        }

        BodyHash finish() {
            body.finish();
            return hash.finish();
        }
    }

    private final Map<Request, Passing> bodies = new LinkedHashMap<>();
    private final Map<Request, BodyHash> done = new LinkedHashMap<>();

    /// The hashes of these requests; equal ones are computed once.
    public BodyHashes(List<Request> requests) {
        requests.forEach(request -> bodies.computeIfAbsent(request, Passing::of));
    }

    @Override
    public void accept(byte[] octets, int from, int to) {
        for (var passing : bodies.values()) {
            passing.body().accept(octets, from, to);
        }
    }

    /// The hash asked for, once the whole body has gone by.
    ///
    /// @throws IllegalArgumentException if nobody asked for it
    public BodyHash of(Request request) {
        return done.computeIfAbsent(request, this::finished);
    }

    private BodyHash finished(Request request) {
        var body = bodies.get(request);
        if (body == null) {
            throw new IllegalArgumentException("not asked for: " + request);
        }
        return body.finish();
    }

    /// The hash of one body at once.
    static BodyHash of(Request request, byte[] body) {
        var hashes = new BodyHashes(new ArrayList<>(List.of(request)));
        hashes.accept(body, 0, body.length);
        return hashes.of(request);
    }
}
