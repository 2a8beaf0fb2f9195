package posthorn.engine.dnssec;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import posthorn.engine.outside.Rdata;

/// What signatures of an algorithm are worth (RFC 8624 §3, RFC 9905, RFC 9906).
final class Algorithms {

    /// How far a set of delegation signers carries.
    enum Strength {
        /// At least one that every resolver goes by, or one we do not know.
        GOOD,
        /// Only such as rest on SHA-1: some resolvers take the zone for unsigned.
        OLD,
        /// Only such as no resolver goes by any more.
        DEAD
    }

    private static final Set<Integer> DEAD = Set.of(1, 3, 6, 12);
    private static final Set<Integer> OLD = Set.of(5, 7);
    private static final int GOST = 3;

    private static final List<String> NAMES =
            List.of(
                    "0",
                    "RSAMD5",
                    "DH",
                    "DSA",
                    "4",
                    "RSASHA1",
                    "DSA-NSEC3-SHA1",
                    "RSASHA1-NSEC3-SHA1",
                    "RSASHA256",
                    "9",
                    "RSASHA512",
                    "11",
                    "ECC-GOST",
                    "ECDSAP256SHA256",
                    "ECDSAP384SHA384",
                    "ED25519",
                    "ED448");

    private Algorithms() {}

    /// The name in the IANA registry; the number where it has none that we know.
    static String name(int algorithm) {
        return algorithm < NAMES.size() ? NAMES.get(algorithm) : Integer.toString(algorithm);
    }

    /// The best of a set.
    static Strength of(Collection<Rdata.Ds> signers) {
        return signers.stream()
                .map(Algorithms::of)
                .min(java.util.Comparator.naturalOrder())
                .orElse(Strength.GOOD);
    }

    private static Strength of(Rdata.Ds signer) {
        if (DEAD.contains(signer.algorithm()) || signer.digestType() == GOST) {
            return Strength.DEAD;
        }
        boolean old = OLD.contains(signer.algorithm()) || signer.digestType() == ZoneKey.SHA_1;
        return old ? Strength.OLD : Strength.GOOD;
    }
}
