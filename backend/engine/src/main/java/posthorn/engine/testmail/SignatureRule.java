package posthorn.engine.testmail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.dkim.DkimKey;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.outside.DnsName;
import posthorn.engine.signature.DkimSignature;
import posthorn.engine.signature.SignatureKey;
import posthorn.engine.signature.SignatureResult;

/// A rule about one DKIM signature at a time.
interface SignatureRule extends Rule<AuthenticationFacts> {

    /// What one signature means, seen beside all else.
    List<Finding> judge(Seen signature, AuthenticationFacts facts);

    @Override
    default List<Finding> judge(AuthenticationFacts facts) {
        var signatures = facts.signatures();
        return IntStream.range(0, signatures.size())
                .mapToObj(i -> new Seen(signatures.get(i), i + 1, facts))
                .flatMap(seen -> judge(seen, facts).stream())
                .toList();
    }

    /// A signature at its place in the message, counted from the top.
    record Seen(SignatureFacts signature, int position, AuthenticationFacts facts) {

        private static final int ED25519_BITS = 256;

        /// Of seconds that make a year of four digits.
        private static final int MAX_DIGITS = 11;

        SignatureResult result() {
            return signature.result();
        }

        /// How its domain compares with the Author Domain.
        Fit fit() {
            return DnsName.fromPerson(result().domain()).map(facts::fitOf).orElse(Fit.UNKNOWN);
        }

        /// Whether it can help the message to pass DMARC, as far as is known.
        boolean isAuthors() {
            return fit() != Fit.NONE;
        }

        /// The key record that counts: the first that fits the signature, else the first.
        Optional<DkimKeyRecord> key() {
            return result() instanceof SignatureResult.Checked(var signature, var key, _)
                            && key instanceof SignatureKey.Published(_, var records)
                    ? records.stream()
                            .filter(record -> fits(record, signature))
                            .findFirst()
                            .or(() -> records.stream().findFirst())
                    : Optional.empty();
        }

        private static boolean fits(DkimKeyRecord record, DkimSignature signature) {
            return record.key().isUsable() && record.type().equals(signature.algorithm().keyType());
        }

        /// How bad it is that this signature does not hold: only the author's own counts for DMARC,
        /// and one that holds is enough. While a key is tested, the message counts as unsigned (RFC
        /// 6376 §3.6.1).
        Severity broken() {
            if (!isAuthors()) {
                return Severity.NOTICE;
            }
            boolean spared = anotherHolds() || key().filter(DkimKeyRecord::isTesting).isPresent();
            return spared ? Severity.WARNING : Severity.CRITICAL;
        }

        /// Whether another signature holds that counts for DMARC.
        boolean anotherHolds() {
            return facts.holding().stream()
                    .map(other -> new Seen(other, 0, facts).fit())
                    .anyMatch(fit -> fit == Fit.EXACT || fit == Fit.RELAXED);
        }

        /// Where its key is, or its place where it does not say.
        String subject() {
            var domain = result().domain();
            var selector = result().selector();
            return domain.isEmpty() || selector.isEmpty()
                    ? "signature-" + position
                    : selector + "._domainkey." + domain;
        }

        Finding finding(Severity severity, String code) {
            var tags = result().tags();
            var finding =
                    Finding.of(severity, code, subject())
                            .with("domain", result().domain())
                            .with("selector", result().selector())
                            .with("algorithm", tags.compact("a"))
                            .with("canonicalization", tags.compact("c"))
                            .with("aligned", fit());
            return bits().map(bits -> finding.with("bits", bits)).orElse(finding);
        }

        /// A time of a signature, given in seconds since 1970, as people read it.
        static String instant(String seconds) {
            boolean isUsual = !seconds.isEmpty() && seconds.length() <= MAX_DIGITS;
            return isUsual ? Instant.ofEpochSecond(Long.parseLong(seconds)).toString() : seconds;
        }

        /// The length of its key.
        Optional<Integer> bits() {
            return key().map(DkimKeyRecord::key).flatMap(Seen::bits);
        }

        private static Optional<Integer> bits(DkimKey key) {
            return switch (key) {
                case DkimKey.Rsa rsa -> Optional.of(rsa.bits());
                case DkimKey.Ed25519 _ -> Optional.of(ED25519_BITS);
                default -> Optional.empty();
            };
        }
    }
}
