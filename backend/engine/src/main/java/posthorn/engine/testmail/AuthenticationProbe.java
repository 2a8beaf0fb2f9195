package posthorn.engine.testmail;

import java.time.Duration;
import java.util.List;
import posthorn.engine.authres.AuthResultsField;
import posthorn.engine.check.Probe;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.message.Author;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.LimitedDns;
import posthorn.engine.outside.Outside;

/// Finds out who is proven to have sent a message. The message is read once; only where a signature
/// fails, it is read again to say why.
public final class AuthenticationProbe implements Probe<ReceivedMessage, AuthenticationFacts> {

    /// No question is asked later than this; SPF has 20 seconds of its own for each identity.
    private static final Duration MAX_TIME = Duration.ofSeconds(60);

    private static final int MAX_QUERIES = 1000;
    private static final int MAX_CLAIMS = 20;

    @Override
    public AuthenticationFacts probe(ReceivedMessage message, Outside outside) {
        var dns = limited(outside);
        var signatures = Signatures.of(message, dns, outside.clock());
        var spf = new SpfIdentities(message, dns, outside.clock());
        var mailFrom = spf.mailFrom();
        var author = Author.of(signatures.header());
        var authors = new AuthorDomains(dns, mailFrom, signatures.dkim());
        var dmarc = author.domainNames().stream().map(authors::judge).toList();
        return new AuthenticationFacts(
                message,
                signatures.header(),
                mailFrom,
                spf.helo(),
                signatures.dkim(),
                signatures.arc(),
                author,
                dmarc,
                claims(signatures.header()),
                bimi(signatures.header(), dmarc, dns));
    }

    private static Dns limited(Outside outside) {
        var end = outside.clock().instant().plus(MAX_TIME);
        return new CachingDns(new LimitedDns(outside.dns(), MAX_QUERIES, end, outside.clock()));
    }

    private static List<AuthResultsField> claims(HeaderSection header) {
        return header.all("authentication-results").stream()
                .limit(MAX_CLAIMS)
                .map(HeaderField::rawBody)
                .map(AuthResultsField::read)
                .toList();
    }

    private static BimiFacts bimi(HeaderSection header, List<AuthorDmarc> all, Dns dns) {
        return all.stream()
                .filter(dmarc -> all.size() == 1)
                .filter(dmarc -> dmarc.treeWalk().result() == DmarcResult.Result.PASS)
                .map(dmarc ->
                        new BimiQuestion(header, dns)
                                .of(dmarc.author(), dmarc.treeWalk().organizationalDomain()))
                .findFirst()
                .orElseGet(BimiFacts.NotAsked::new);
    }
}
