package posthorn.engine.dkim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;

/// Asks for the key records of a domain. Selectors cannot be listed (RFC 6376 §3.1), so all likely
/// ones are asked for. Sixty questions at most, sixteen at a time; each ends by itself.
public final class DkimProbe implements Probe<Target, DkimFacts> {

    static final int MAX_QUERIES = 60;

    private static final int AT_ONCE = 16;

    /// MX, NS and TXT of the domain; `_domainkey` itself, the guard, and `_adsp`.
    private static final int OTHERS = 6;

    /// When `_domainkey` does not exist, nothing can be below it (RFC 8020 §2); a few questions
    /// show whether the name server has that wrong.
    private static final int WHEN_NONE_EXISTS = 16;

    private final boolean guesses;

    /// A probe that asks for the selectors known and for the likely ones.
    public DkimProbe() {
        this(true);
    }

    private DkimProbe(boolean guesses) {
        this.guesses = guesses;
    }

    /// A probe that asks for no selector but those known.
    public static DkimProbe ofKnownOnly() {
        return new DkimProbe(false);
    }

    @Override
    public DkimFacts probe(Target target, Outside outside) {
        return switch (target.profile()) {
            case SENDS, SENDS_AND_RECEIVES -> probed(target, outside);
            case RECEIVES -> new DkimFacts.NotApplicable(target);
            case PARKED ->
                    new DkimFacts.Parked(
                            target, outside.dns().txt(below(target.domain()).child("*")));
        };
    }

    private DkimFacts probed(Target target, Outside outside) {
        var dns = outside.dns();
        var below = below(target.domain());
        var root = dns.txt(below);
        var guard = dns.txt(below.child(unused(target.domain())));
        int most = doesNotExist(root) ? WHEN_NONE_EXISTS : MAX_QUERIES - OTHERS;
        var selectors =
                Parallel.map(
                        guesses ? Selectors.of(target, outside, most) : known(target, most),
                        AT_ONCE,
                        selector -> selector(selector, below, dns));
        return new DkimFacts.Probed(
                target,
                root,
                guard,
                dns.txt(below.child("_adsp")),
                selectors.stream()
                        .map(s ->
                                counts(s, guard)
                                        ? s
                                        : new SelectorFacts.Missing(s.selector(), s.name()))
                        .toList(),
                outside.clock().instant());
    }

    private static List<KnownSelector> known(Target target, int most) {
        return target.selectors().stream().distinct().limit(most).toList();
    }

    private static DnsName below(DnsName domain) {
        return domain.child("_domainkey");
    }

    private static boolean doesNotExist(Answer<?> answer) {
        return answer instanceof Answer.NxDomain && answer.aliases().isEmpty();
    }

    private static SelectorFacts selector(KnownSelector selector, DnsName below, Dns dns) {
        var name = below.child(selector.name());
        if (!name.isWellFormed()) {
            return new SelectorFacts.Missing(selector, name);
        }
        return switch (dns.txt(name)) {
            case Answer.Data<Rdata.Text>(var records, _, _, var chain, _) ->
                    there(selector, name, chain, records);
            case Answer.NoData<Rdata.Text>(var chain, _, _) -> nothing(selector, name, chain);
            case Answer.NxDomain<Rdata.Text>(var chain, _, _) -> nothing(selector, name, chain);
            case Answer.Failed<Rdata.Text>(var failure, _, _) ->
                    new SelectorFacts.Silent(selector, name, failure);
        };
    }

    private static SelectorFacts there(
            KnownSelector selector, DnsName name, List<DnsName> chain, List<Rdata.Text> records) {
        return records.size() == 1
                ? new SelectorFacts.Keyed(
                        selector, name, chain, DkimKeyRecord.read(records.getFirst().joined()))
                : new SelectorFacts.Several(selector, name, chain, texts(records));
    }

    private static SelectorFacts nothing(
            KnownSelector selector, DnsName name, List<DnsName> chain) {
        return chain.isEmpty()
                ? new SelectorFacts.Missing(selector, name)
                : new SelectorFacts.Dangling(selector, name, chain);
    }

    private static List<String> texts(List<Rdata.Text> records) {
        return records.stream().map(Rdata.Text::joined).sorted().toList();
    }

    /// A guess proves nothing when any selector gives the same answer, nor when what is there is no
    /// key at all.
    private static boolean counts(SelectorFacts facts, Answer<Rdata.Text> guard) {
        if (!facts.isGuessed()) {
            return true;
        }
        return switch (facts) {
            case SelectorFacts.Keyed keyed ->
                    keyed.record().looksLikeKey()
                            && !texts(guard.records()).equals(List.of(keyed.record().text()));
            case SelectorFacts.Several several ->
                    !texts(guard.records()).equals(several.texts())
                            && several.texts().stream()
                                    .anyMatch(t -> DkimKeyRecord.read(t).looksLikeKey());
            case SelectorFacts.Dangling dangling -> !guard.aliases().equals(dangling.chain());
            case SelectorFacts.Missing _, SelectorFacts.Silent _ -> true;
        };
    }

    /// A selector that nobody uses, the same in each run of a domain, so that runs can be replayed.
    private static String unused(DnsName domain) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(domain.text().getBytes(StandardCharsets.UTF_8));
            return "unused-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The published records, each behind its selector.
    static List<String> records(DkimFacts facts) {
        return switch (facts) {
            case DkimFacts.Probed probed ->
                    probed.selectors().stream().flatMap(DkimProbe::record).sorted().toList();
            case DkimFacts.Parked(_, var wildcard) -> texts(wildcard.records());
            case DkimFacts.NotApplicable _ -> List.of();
        };
    }

    private static Stream<String> record(SelectorFacts facts) {
        var texts =
                switch (facts) {
                    case SelectorFacts.Keyed keyed -> Stream.of(keyed.record().text());
                    case SelectorFacts.Several several -> several.texts().stream();
                    case SelectorFacts.Missing _,
                            SelectorFacts.Dangling _,
                            SelectorFacts.Silent _ ->
                            Stream.<String>empty();
                };
        return texts.map(text -> facts.selector().name() + ": " + text);
    }
}
