package posthorn.engine.tls;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.Optional;
import posthorn.engine.check.Severity;
import posthorn.engine.dane.HostDane.Proof;
import posthorn.engine.mailhost.TlsFault;
import posthorn.engine.mtasts.PolicyMode;

/// What senders insist on at a host, and so how much a fault of its certificate matters. Most
/// senders encrypt without looking at certificates; those who know MTA-STS or DANE look.
///
/// @param mode what the MTA-STS policy of the domain says about this host
/// @param proof what proves the host to those who know DANE
record Demand(PolicyMode mode, Proof proof) {

    /// How much this fault of a certificate matters; not at all where nobody looks at it.
    Optional<Severity> severity(TlsFault fault) {
        return switch (fault) {
            case EXPIRED, TOO_YOUNG -> looksAtKeyOnly() ? none() : of(isStrict(), WARNING);
            case NAME -> looksAtKeyOnly() ? none() : of(isStrict(), NOTICE);
            case UNTRUSTED -> trust();
            case NO_STARTTLS, HANDSHAKE -> none();
        };
    }

    /// RFC 7672 §3.1.1: whoever compares the key needs neither name nor date nor authority.
    boolean looksAtKeyOnly() {
        return proof == Proof.KEY && mode == PolicyMode.NONE;
    }

    /// Whether senders refuse to deliver over a name or date that is wrong.
    private boolean isStrict() {
        return mode == PolicyMode.ENFORCE || proof == Proof.ANCHOR;
    }

    private Optional<Severity> trust() {
        return switch (mode) {
            case ENFORCE -> Optional.of(CRITICAL);
            case TESTING -> Optional.of(WARNING);
            case NONE -> proof == Proof.NONE ? Optional.of(NOTICE) : none();
        };
    }

    private static Optional<Severity> of(boolean strict, Severity otherwise) {
        return Optional.of(strict ? CRITICAL : otherwise);
    }

    private static Optional<Severity> none() {
        return Optional.empty();
    }
}
