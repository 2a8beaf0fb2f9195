package posthorn.engine.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import posthorn.engine.dkim.DkimKey;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;

/// Finds out which signed header field was changed. From an RSA signature the signed hash can be
/// taken out, so that many variants can be compared with it; with Ed25519 each one is verified.
final class HeaderDiagnosis {

    /// Variants tried with two changes at once.
    private static final int MAX_PAIRS_HASHED = 4000;

    private static final int MAX_PAIRS_VERIFIED = 200;

    /// No more octets are hashed for one signature.
    private static final int MAX_HASHED = 32 << 20;

    private final DkimSignature signature;
    private final HeaderSection header;
    private final List<HeaderField> chosen;

    HeaderDiagnosis(DkimSignature signature, HeaderSection header) {
        this.signature = signature;
        this.header = header;
        this.chosen = SignedHeader.fields(signature, header);
    }

    /// What explains that the signature does not fit `key`.
    Explanation explanation(DkimKey key) {
        PublicKey open;
        try {
            open = KeyFit.publicKey(key);
        } catch (GeneralSecurityException e) {
            return unexplained();
        }
        if (!(key instanceof DkimKey.Rsa)) {
            return search(octets -> verifies(open, octets), MAX_PAIRS_VERIFIED);
        }
        return RsaDigest.in(signature.signature(), open)
                .map(hash -> search(octets -> hashes(hash, octets), MAX_PAIRS_HASHED))
                .orElseGet(Explanation.OtherKey::new);
    }

    private boolean verifies(PublicKey key, byte[] octets) {
        return KeyFit.fits(signature.algorithm(), key, octets, signature.signature());
    }

    private static boolean hashes(byte[] hash, byte[] octets) {
        return Arrays.equals(hash, HashSink.digest("SHA-256").digest(octets));
    }

    private Explanation search(Predicate<byte[]> fits, int maxPairs) {
        var variants = new HeaderVariants(signature, header, chosen).all();
        int most = MAX_HASHED / Math.max(1, SignedHeader.octets(signature, chosen).length);
        return copies(fits)
                .or(() -> first(variants.stream().limit(most).map(List::of), fits))
                .or(() -> first(pairs(variants).limit(Math.min(maxPairs, most)), fits))
                .<Explanation>map(Explanation.HeaderChanged::new)
                .or(() -> own(fits))
                .orElseGet(this::unexplained);
    }

    private Optional<List<FieldChange>> first(
            Stream<List<HeaderVariants.Variant>> sets, Predicate<byte[]> fits) {
        return sets.filter(set -> fits.test(octets(set)))
                .findFirst()
                .map(set -> set.stream().map(HeaderVariants.Variant::change).toList());
    }

    private static Stream<List<HeaderVariants.Variant>> pairs(
            List<HeaderVariants.Variant> variants) {
        return variants.stream()
                .flatMap(one ->
                        variants.stream()
                                .filter(two -> two.at() > one.at())
                                .map(two -> List.of(one, two)));
    }

    /// All fields as `z` has copied them.
    private Optional<List<FieldChange>> copies(Predicate<byte[]> fits) {
        var copied = CopiedFields.of(signature, chosen);
        return copied.isEmpty() ? Optional.empty() : first(Stream.of(copied), fits);
    }

    private byte[] octets(List<HeaderVariants.Variant> variants) {
        var fields = new ArrayList<>(chosen);
        variants.stream()
                .sorted((a, b) -> Integer.compare(b.at(), a.at()))
                .forEach(variant -> variant.applyTo(fields));
        return SignedHeader.octets(signature, fields);
    }

    /// The signature's own field was spaced anew.
    private Optional<Explanation> own(Predicate<byte[]> fits) {
        return OwnField.variants(signature)
                .filter(own -> fits.test(SignedHeader.octets(own, chosen)))
                .findFirst()
                .map(own ->
                        new Explanation.HeaderChanged(
                                List.of(
                                        new FieldChange(
                                                signature.field().name(),
                                                FieldChange.Kind.SPACING,
                                                "",
                                                ""))));
    }

    private Explanation unexplained() {
        return new Explanation.HeaderUnexplained(
                signature.signedFields().stream()
                        .distinct()
                        .filter(name -> header.first(name).isEmpty())
                        .toList());
    }
}
