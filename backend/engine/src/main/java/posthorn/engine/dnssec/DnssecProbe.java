package posthorn.engine.dnssec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Open;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.dnssec.DnssecFacts.Unanswered;
import posthorn.engine.dnssec.DnssecFacts.Unsigned;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Asks for the zone of a domain, for the word of the zone above, and for answers that a validating
/// resolver would refuse if they did not hold.
final class DnssecProbe implements Probe<Target, DnssecFacts> {

    /// What was asked of the resolver about the domain.
    private record Heard(DnsName name, RecordType type, Answer<?> answer) {}

    @Override
    public DnssecFacts probe(Target target, Outside outside) {
        return switch (Apex.of(target.domain(), outside.dns())) {
            case Apex.Missing() -> new DnssecFacts.Missing(target);
            case Apex.Unanswered(var name, var failure) -> new Unanswered(target, name, failure);
            case Apex.Found found -> probe(target, found, outside);
        };
    }

    private static DnssecFacts probe(Target target, Apex.Found apex, Outside outside) {
        var zone = apex.zone();
        var signers = outside.dns().ask(zone, RecordType.DS, Rdata.Ds.class);
        return switch (signers) {
            case Answer.Data<Rdata.Ds> _ -> delegated(target, apex, signers, outside);
            case Answer.NoData<Rdata.Ds> _, Answer.NxDomain<Rdata.Ds> _ ->
                    Apex.isBogus(apex.soa())
                            ? new Unanswered(target, zone, Failure.BOGUS)
                            : new Unsigned(target, zone, ready(zone, outside.dns()));
            case Answer.Failed<Rdata.Ds>(var failure, _, _) ->
                    failure == Failure.BOGUS
                            ? delegated(target, apex, signers, outside)
                            : new Unanswered(target, zone, failure);
        };
    }

    private static List<Rdata.Ds> ready(DnsName zone, Dns dns) {
        return dns.ask(zone, RecordType.DNSKEY, Rdata.Dnskey.class).records().stream()
                .map(ZoneKey::new)
                .filter(ZoneKey::isEntryPoint)
                .flatMap(key -> key.signer(zone).stream())
                .toList();
    }

    private static Delegated delegated(
            Target target, Apex.Found apex, Answer<Rdata.Ds> signers, Outside outside) {
        var dns = outside.dns();
        var heard = heard(target.domain(), apex, dns);
        var open =
                heard.stream()
                        .flatMap(each -> open(each).stream())
                        .filter(each -> each.failure() != Failure.BOGUS)
                        .toList();
        return new Delegated(
                target,
                apex.zone(),
                signers.records(),
                standing(target, signers, heard, outside),
                open,
                outside.clock().instant());
    }

    private static List<Heard> heard(DnsName domain, Apex.Found apex, Dns dns) {
        var zone = apex.zone();
        var keys = dns.ask(zone, RecordType.DNSKEY, Rdata.Dnskey.class);
        return List.of(
                new Heard(zone, RecordType.DNSKEY, keys),
                new Heard(zone, RecordType.SOA, apex.soa()),
                new Heard(domain, RecordType.MX, dns.mx(domain)),
                new Heard(domain, RecordType.TXT, dns.txt(domain)));
    }

    private static Optional<Open> open(Heard heard) {
        return heard.answer() instanceof Answer.Failed<?>(var failure, _, _)
                ? Optional.of(new Open(heard.name(), heard.type(), failure))
                : Optional.empty();
    }

    private static Standing standing(
            Target target, Answer<Rdata.Ds> signers, List<Heard> heard, Outside outside) {
        var dns = outside.dns();
        var zone = heard.getFirst().name();
        var refused =
                Stream.concat(Stream.of(new Heard(zone, RecordType.DS, signers)), heard.stream())
                        .filter(each -> Apex.isBogus(each.answer()))
                        .map(Heard::type)
                        .toList();
        boolean validates =
                signers.isSecure()
                        || heard.stream().anyMatch(each -> each.answer().isSecure())
                        || validates(dns);
        if (!validates) {
            return new Standing.Unchecked();
        }
        if (!refused.isEmpty()) {
            boolean keys = !heard.getFirst().answer().records().isEmpty();
            return new Standing.Bogus(refused, isAll(heard, refused), keys, sets(heard, dns));
        }
        var ofZone = heard.stream().filter(each -> each.name().equals(zone)).limit(2).toList();
        if (ofZone.stream().anyMatch(each -> each.answer().isSecure())) {
            return new Standing.Secure(
                    sets(heard, dns), hashings(zone, dns), hosts(target, outside));
        }
        return ofZone.stream().allMatch(each -> each.answer().isFailed())
                ? new Standing.Unknown()
                : new Standing.Insecure(!signers.isSecure());
    }

    /// Whether nothing was given, and what every signed zone has was refused.
    private static boolean isAll(List<Heard> heard, List<RecordType> refused) {
        return heard.stream().allMatch(each -> each.answer().isFailed())
                && refused.containsAll(List.of(RecordType.DNSKEY, RecordType.SOA));
    }

    /// Whether the resolver checks signatures: then it vouches for the root.
    private static boolean validates(Dns dns) {
        return dns.ask(new Question(DnsName.ROOT, RecordType.SOA)).isSecure();
    }

    private static List<SignedSet> sets(List<Heard> heard, Dns dns) {
        var asked =
                heard.stream()
                        .filter(each ->
                                each.answer() instanceof Answer.Data || each.answer().isFailed())
                        .filter(each -> each.answer().aliases().isEmpty())
                        .toList();
        return Parallel.map(
                asked,
                asked.size() + 1,
                each ->
                        new SignedSet(
                                each.name(),
                                each.type(),
                                dns.ask(Question.signed(each.name(), each.type()))));
    }

    private static List<Rdata.Nsec3Param> hashings(DnsName zone, Dns dns) {
        return dns.ask(zone, RecordType.NSEC3PARAM, Rdata.Nsec3Param.class).records();
    }

    private static List<MailHost> hosts(Target target, Outside outside) {
        if (target.profile() == Profile.PARKED || !target.profile().receives()) {
            return List.of();
        }
        var quiet = new Outside(outside.dns(), outside.clock());
        return MailHosts.of(target.domain(), quiet).hosts();
    }

    /// The delegation signers.
    static List<String> records(DnssecFacts facts) {
        return facts instanceof Delegated delegated
                ? delegated.signers().stream()
                        .map(ds -> delegated.zone() + " DS " + MasterText.of(ds))
                        .sorted()
                        .toList()
                : List.of();
    }
}
