package posthorn.engine.dns;

import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// An alias leads somewhere (RFC 1034 §3.6.2): not in a circle, and to a name that exists. MX hosts
/// that do not exist are the check `mx`'s, keys that do not exist the check `dkim`'s.
final class AliasEnd implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.aliases().stream().flatMap(alias -> judge(alias, facts).stream()).toList();
    }

    private static Optional<Finding> judge(Alias alias, DnsFacts facts) {
        boolean exchanger = facts.exchangers().contains(alias.name());
        if (alias.isLoop()) {
            boolean vital = exchanger || Alias.isPolicy(alias.name());
            return Optional.of(deleted(endless(alias, vital ? CRITICAL : WARNING, "LOOP"), alias));
        }
        if (alias.isLong()) {
            return Optional.of(endless(alias, WARNING, "LONG"));
        }
        return alias.isDangling() && !exchanger
                ? Optional.of(
                        deleted(
                                warning("dns.cname-dangling", alias.name())
                                        .with("target", alias.last())
                                        .with("chain", alias.chain()),
                                alias))
                : Optional.empty();
    }

    private static Finding endless(Alias alias, Severity severity, String fault) {
        return Finding.of(severity, "dns.cname-loop", alias.name())
                .with("aliasFault", fault)
                .with("chain", alias.chain());
    }

    /// Cured by deleting the record; not shown for a wildcard, which may serve other names well.
    private static Finding deleted(Finding finding, Alias alias) {
        return alias.isWildcard() ? finding : finding.cure(remove(alias));
    }

    private static Remedy remove(Alias alias) {
        return new Remedy.Remove(
                alias.name(), RecordType.CNAME, new Rdata.Target(alias.target()).toString());
    }
}
