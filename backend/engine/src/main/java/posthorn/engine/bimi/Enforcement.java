package posthorn.engine.bimi;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.dmarc.Discovery;
import posthorn.engine.dmarc.DmarcRecord;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.dmarc.Rfc7489View;
import posthorn.engine.dmarc.TreeWalk;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;

/// Whether DMARC is strict enough for a logo to be shown (BIMI draft §7.1).
///
/// @param former what receivers of RFC 7489 find, who still know `pct`
public record Enforcement(TreeWalk walk, Discovery discovery, Rfc7489View former) {

    private static final int ALL = 100;

    /// What makes it too weak.
    enum Weakness {
        /// No policy applies.
        ABSENT,
        /// The policy for the domain is none.
        POLICY,
        /// That of its Organizational Domain is.
        ORGANIZATION,
        /// That for names below is.
        SUBDOMAINS,
        /// `t=y` turns quarantine into none.
        TESTING,
        /// Quarantine, and `pct` leaves mail out.
        PCT,
        /// Reject, and `pct` leaves mail out: the draft allows it, some receivers do not.
        PCT_REJECT
    }

    static Enforcement of(DnsName domain, Dns dns) {
        var walk = TreeWalk.from(domain, dns);
        return new Enforcement(walk, Discovery.of(walk, dns), Rfc7489View.of(domain, dns));
    }

    DnsName organization() {
        return walk.organizationalDomain();
    }

    boolean isOpen() {
        return discovery instanceof Discovery.Open;
    }

    /// What was asked in vain, where that decides: a record of the domain does not make up for that
    /// of its organization.
    Optional<TreeWalk.Step> silence() {
        var registered = PublicSuffixes.builtIn().organizationalDomain(walk.start());
        return walk.open().stream()
                .filter(step -> isOpen() || step.name().isWithin(registered))
                .findFirst();
    }

    Set<Weakness> weaknesses() {
        var found = EnumSet.noneOf(Weakness.class);
        switch (discovery) {
            case Discovery.Open _ -> {}
            case Discovery.None _ -> found.add(Weakness.ABSENT);
            case Discovery.Found applies -> {
                add(found, Weakness.POLICY, applies.published() == Policy.NONE);
                add(found, Weakness.TESTING, isTested(applies));
                walk.own().record().ifPresent(record -> below(record, found));
                organizational().ifPresent(record -> organization(record, found));
                partial(found);
            }
        }
        return found;
    }

    private static boolean isTested(Discovery.Found applies) {
        return applies.published() != Policy.NONE && applies.inEffect() == Policy.NONE;
    }

    private void organization(DmarcRecord record, Set<Weakness> found) {
        boolean other = !organization().equals(walk.start());
        add(found, Weakness.ORGANIZATION, other && isNone(record, "p"));
        below(record, found);
        boolean some = record.policy("p").filter(Policy.QUARANTINE::equals).isPresent();
        var pct = record.tags().value("pct").orElse("100");
        add(found, Weakness.PCT, some && pct.matches("[0-9]{1,2}"));
    }

    private static void below(DmarcRecord record, Set<Weakness> found) {
        add(found, Weakness.SUBDOMAINS, isNone(record, "sp"));
    }

    private static boolean isNone(DmarcRecord record, String tag) {
        return record.policy(tag).filter(Policy.NONE::equals).isPresent();
    }

    private Optional<DmarcRecord> organizational() {
        return walk.at(organization()).flatMap(TreeWalk.Step::record);
    }

    private void partial(Set<Weakness> found) {
        if (former instanceof Rfc7489View.Found applies && applies.pct() < ALL) {
            add(found, Weakness.PCT, applies.policy() == Policy.QUARANTINE);
            add(found, Weakness.PCT_REJECT, applies.policy() == Policy.REJECT);
        }
    }

    private static void add(Set<Weakness> found, Weakness weakness, boolean isSo) {
        if (isSo) {
            found.add(weakness);
        }
    }

    /// The record that applies; empty where none does.
    String record() {
        return discovery instanceof Discovery.Found applies ? applies.record().text() : "";
    }
}
