package posthorn.engine.testmail;

import java.util.List;
import java.util.Optional;
import posthorn.engine.arc.ArcChain;
import posthorn.engine.authres.AuthResultsField;
import posthorn.engine.message.Author;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.outside.DnsName;
import posthorn.engine.signature.Result;

/// Who is proven to have sent a message, by every method there is.
///
/// @param mailFrom SPF for the reverse-path; of a bounce that is the HELO name
/// @param helo SPF for the HELO name
/// @param signatures from top to bottom
/// @param arc the seals of those who handed it on: shown, never scored
/// @param dmarc one for each Author Domain, usually one
/// @param claims Authentication-Results that came with the message: anybody may have written them
public record AuthenticationFacts(
        ReceivedMessage message,
        HeaderSection header,
        SpfIdentity mailFrom,
        SpfIdentity helo,
        List<SignatureFacts> signatures,
        ArcChain arc,
        Author author,
        List<AuthorDmarc> dmarc,
        List<AuthResultsField> claims,
        BimiFacts bimi) {

    public AuthenticationFacts {
        signatures = List.copyOf(signatures);
        dmarc = List.copyOf(dmarc);
        claims = List.copyOf(claims);
    }

    /// DMARC, if the message has exactly one Author Domain.
    public Optional<AuthorDmarc> onlyDmarc() {
        return author instanceof Author.One ? dmarc.stream().findFirst() : Optional.empty();
    }

    /// What a finding about the message as a whole is about: the Author Domain, or the message
    /// where there is not exactly one.
    String about() {
        return author instanceof Author.One(_, var domain) ? domain.text() : "message";
    }

    /// Whether somebody who handed the message on has sealed it (RFC 8617): then the client is not
    /// the sender's.
    public boolean isForwarded() {
        return header.first("arc-seal").isPresent();
    }

    /// The signatures that hold.
    public List<SignatureFacts> holding() {
        return signatures.stream().filter(s -> s.result().result() == Result.PASS).toList();
    }

    /// How a signing domain compares with the Author Domain by the tree walk; unknown without
    /// exactly one Author Domain.
    public Fit fitOf(DnsName signingDomain) {
        return onlyDmarc().map(dmarc -> dmarc.fitOf(signingDomain)).orElse(Fit.UNKNOWN);
    }
}
