package posthorn.engine.dmarc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Recognised;

/// What the DNS says about the DMARC policy of a domain.
///
/// @param discovery the policy that applies by RFC 9989
/// @param former what receivers of RFC 7489 find
/// @param atListOrg what is at the Organizational Domain of the public suffix list, which the walk
///   need not lead over
/// @param apex what is at the domain itself
/// @param doubled what is at `_dmarc.example.org.example.org`
/// @param guard what is at `_dmarc` below a name that nobody uses
/// @param targets where aggregate reports of the domain's own record go
public record DmarcFacts(
        Target target,
        TreeWalk walk,
        Discovery discovery,
        Rfc7489View former,
        TreeWalk.Step atListOrg,
        Answer<Rdata.Text> apex,
        Answer<Rdata.Text> doubled,
        Answer<Rdata.Text> guard,
        Answer<Rdata.Mx> mx,
        List<Recognised> signs,
        List<ReportTarget> targets,
        Signing signing) {

    /// Whether the domain's mail can carry valid DKIM signatures.
    public enum Signing {
        YES,
        NO,
        UNKNOWN
    }

    public DmarcFacts {
        signs = List.copyOf(signs);
        targets = List.copyOf(targets);
    }

    DnsName domain() {
        return target.domain();
    }

    /// The Organizational Domain by the public suffix list.
    DnsName listOrg() {
        return former.organizationalDomain();
    }

    /// The domain's own record.
    public Optional<DmarcRecord> own() {
        return walk.own().record();
    }

    /// The policy that applies, if there is one.
    Optional<Discovery.Found> found() {
        return discovery instanceof Discovery.Found found ? Optional.of(found) : Optional.empty();
    }

    /// The policy that applies because of a record further up.
    Optional<Discovery.Found> inherited() {
        return found().filter(f -> !f.source().equals(domain()));
    }

    /// Whether the domain is its own Organizational Domain, so that `sp` and `np` have an effect.
    boolean isOrganizational() {
        return walk.organizationalDomain().equals(domain());
    }

    /// Whether mail to the domain arrives at hosts of its own record.
    boolean hasMailHosts() {
        return mx.records().stream().anyMatch(host -> !host.host().isRoot());
    }

    /// The texts at the domain's `_dmarc` that are no DMARC record but were meant as one.
    List<String> nearMisses() {
        return walk.own().answer().records().stream()
                .map(Rdata.Text::joined)
                .filter(text -> !DmarcRecord.isDmarc(text))
                .filter(RecordEdit::looksLikeDmarc)
                .sorted()
                .toList();
    }

    /// DMARC records where no receiver looks for them.
    List<Misplaced> misplaced() {
        return Stream.concat(
                        misplaced(domain(), apex),
                        misplaced(domain().child(domain().text()).child("_dmarc"), doubled))
                .toList();
    }

    /// A DMARC record at a wrong name.
    record Misplaced(DnsName name, String text) {}

    private static Stream<Misplaced> misplaced(DnsName name, Answer<Rdata.Text> answer) {
        return answer.records().stream()
                .map(Rdata.Text::joined)
                .filter(DmarcRecord::isDmarc)
                .sorted()
                .map(text -> new Misplaced(name, text));
    }
}
