package posthorn.engine.dns;

import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Rdata;

/// What one address of a name server says of a zone.
///
/// @param soa the answer to the question for SOA
/// @param ns the answer to the question for NS; a time-out too where it was not asked, because the
///   first stayed unanswered or another address of the server was asked
record Visit(InetAddress address, Answer<Rdata> soa, Answer<DnsName> ns) {

    /// Why a server does not speak for the zone.
    enum Lameness {
        /// It will not answer.
        REFUSED,
        /// It reports a fault of its own, or sends us to others.
        SERVFAIL,
        /// It knows no more than hearsay (RFC 1034 §4.2.1).
        NO_AUTHORITY,
        /// It says that there is no such zone.
        NO_ZONE
    }

    /// Whether it speaks for the zone, with or without SOA.
    boolean speaks() {
        return hasAuthority(soa) && !(soa instanceof Answer.NxDomain);
    }

    boolean hasSoa() {
        return speaks() && soa instanceof Answer.Data<Rdata>;
    }

    /// Whether it says that there is no SOA where the zone begins.
    boolean lacksSoa() {
        return hasAuthority(soa) && soa instanceof Answer.NoData<Rdata>;
    }

    boolean isSilent() {
        return isSilence(soa);
    }

    /// Whether a server was asked and said nothing; that we did not ask, because of a limit of our
    /// own, is nothing it did.
    static boolean isSilence(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var failure, _, var source)
                && failure == Failure.TIMEOUT
                && IpText.parse(source.server()).isPresent();
    }

    /// Why it does not speak for the zone, if it has said so to both questions.
    Optional<Lameness> lameness() {
        return lameness(ns).isPresent() ? lameness(soa) : Optional.empty();
    }

    private static Optional<Lameness> lameness(Answer<?> answer) {
        return switch (answer) {
            case Answer.Failed<?>(var failure, _, _) ->
                    switch (failure) {
                        case REFUSED -> Optional.of(Lameness.REFUSED);
                        case SERVFAIL -> Optional.of(Lameness.SERVFAIL);
                        case TIMEOUT, BOGUS, MALFORMED, NOT_NOW -> Optional.empty();
                    };
            case Answer.Data<?> _, Answer.NoData<?> _, Answer.NxDomain<?> _
                    when !hasAuthority(answer) ->
                    Optional.of(Lameness.NO_AUTHORITY);
            case Answer.NxDomain<?> _ -> Optional.of(Lameness.NO_ZONE);
            case Answer.Data<?> _, Answer.NoData<?> _ -> Optional.empty();
        };
    }

    private static boolean hasAuthority(Answer<?> answer) {
        return !answer.isFailed() && answer.source().authoritative();
    }

    Stream<Rdata.Soa> start() {
        return hasSoa()
                ? soa.records().stream()
                        .filter(Rdata.Soa.class::isInstance)
                        .map(Rdata.Soa.class::cast)
                : Stream.empty();
    }
}
