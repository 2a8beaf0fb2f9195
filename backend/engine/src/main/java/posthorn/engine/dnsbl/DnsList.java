package posthorn.engine.dnsbl;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.outside.DnsName;

/// A DNS list: where it is asked, what it lists, what its answers mean, and how it may be used.
///
/// @param zone the public zone, under which questions are recorded even if a key is set
/// @param on whether the operator wants to ask it
/// @param terms where its terms stand, or nothing
/// @param organizational whether it knows Organizational Domains only
/// @param usedBy what is known to ask it without being told to
/// @param removal how an entry goes away: `form`, `automatic`, `account`, `none`
/// @param delist where removal is asked for, or nothing
public record DnsList(
        String id,
        String name,
        DnsName zone,
        Set<SubjectKind> lists,
        Tier tier,
        boolean on,
        Access access,
        String terms,
        List<ListCode> codes,
        Set<InetAddress> refusals,
        Points points,
        boolean organizational,
        List<String> usedBy,
        String removal,
        String delist) {

    /// Whether it may be asked.
    public enum Readiness {
        READY,
        SWITCHED_OFF,
        TERMS_NOT_ACCEPTED,
        KEY_MISSING
    }

    /// What using the list takes.
    public sealed interface Access {

        /// Nothing.
        record Free() implements Access {}

        /// Its terms have to be accepted by the operator.
        record Terms(boolean accepted) implements Access {}

        /// A key has to be set, and none is.
        record KeyMissing() implements Access {}

        /// A key is set: questions go to a zone of its own.
        record Key(DnsName zone) implements Access {}
    }

    /// The test points that differ from those of RFC 5782 §5; empty ones are left out of the test.
    record Points(
            Map<SubjectKind, Optional<TestPoint>> listed,
            Map<SubjectKind, Optional<TestPoint>> clean) {
        Points {
            listed = Map.copyOf(listed);
            clean = Map.copyOf(clean);
        }

        Optional<TestPoint> listed(SubjectKind kind) {
            return listed.getOrDefault(kind, Optional.of(TestPoint.listed(kind)));
        }

        Optional<TestPoint> clean(SubjectKind kind) {
            return clean.getOrDefault(kind, Optional.of(TestPoint.clean(kind)));
        }
    }

    public DnsList {
        lists = Set.copyOf(lists);
        codes = List.copyOf(codes);
        refusals = Set.copyOf(refusals);
        usedBy = List.copyOf(usedBy);
    }

    /// Whether it can be asked about this.
    boolean knows(Subject subject) {
        return lists.contains(subject.kind())
                && !(organizational && subject instanceof Subject.SubDomain);
    }

    /// Whether it may be asked, and if not, what is missing.
    public Readiness readiness() {
        if (!on) {
            return Readiness.SWITCHED_OFF;
        }
        return switch (access) {
            case Access.Free(), Access.Key(_) -> Readiness.READY;
            case Access.Terms(var accepted) ->
                    accepted ? Readiness.READY : Readiness.TERMS_NOT_ACCEPTED;
            case Access.KeyMissing() -> Readiness.KEY_MISSING;
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
