package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private static final class Passing {

        private final Request request;
        private final HashSink hash;
        private final CanonicalBody body;
        private @Nullable BodyHash done;

        Passing(Request request) {
            this.request = request;
            this.hash = new HashSink(request.hash(), request.length());
            this.body = CanonicalBody.of(request.canonicalization(), hash);
        }

        BodyHash hash() {
            var known = done;
            if (known == null) {
                body.finish();
                known = hash.finish();
                done = known;
            }
            return known;
        }
    }

    /// Hardly ever more than two.
    private final List<Passing> bodies;

    /// The hashes of these requests; equal ones are computed once.
    public BodyHashes(List<Request> requests) {
        this.bodies = new ArrayList<>(requests.size());
        for (var request : requests) {
            if (passing(request).isEmpty()) {
                bodies.add(new Passing(request));
            }
        }
    }

    private Optional<Passing> passing(Request request) {
        for (var passing : bodies) {
            if (passing.request.equals(request)) {
                return Optional.of(passing);
            }
        }
        return Optional.empty();
    }

    @Override
    public void accept(byte[] octets, int from, int to) {
        for (var passing : bodies) {
            passing.body.accept(octets, from, to);
        }
    }

    /// The hash asked for, once the whole body has gone by.
    ///
    /// @throws IllegalArgumentException if nobody asked for it
    public BodyHash of(Request request) {
        return passing(request)
                .orElseThrow(() -> new IllegalArgumentException("not asked for: " + request))
                .hash();
    }

    /// The hash of one body at once.
    static BodyHash of(Request request, byte[] body) {
        var hashes = new BodyHashes(new ArrayList<>(List.of(request)));
        hashes.accept(body, 0, body.length);
        return hashes.of(request);
    }
}
