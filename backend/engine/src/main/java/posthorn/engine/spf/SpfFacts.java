package posthorn.engine.spf;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// What the DNS says about who may send for a domain.
public sealed interface SpfFacts {

    /// Whether any server can pass by the domain's own record, as far as can be seen; empty where
    /// an answer is missing that would tell.
    default Optional<Boolean> letsSomebodyPass() {
        return switch (this) {
            case Published published -> published.passing();
            case Several _, Absent _ -> Optional.of(false);
            case Unreachable _ -> Optional.empty();
        };
    }

    /// Whether the domain says that nobody sends for it: no server passes, and all others fail.
    default boolean refusesAll() {
        return this instanceof Published published
                && published.expansion().ending() instanceof Expansion.Ending.All(_, var all)
                && all.qualifier() == Qualifier.FAIL
                && letsSomebodyPass().equals(Optional.of(false));
    }

    /// Exactly one record, valid or not.
    ///
    /// @param strings its text as the character-strings it was published in
    /// @param explanation what is at the name its `exp` gives
    /// @param clients hosts the domain sends through, and what the record says about each
    /// @param expired registrable domains behind an include or redirect that the DNS does not know
    /// @param mailboxes the provider of the domain's mailboxes, if it is known for certain and the
    ///   domain sends, by nothing else we know of
    record Published(
            Surroundings around,
            List<String> strings,
            Expansion expansion,
            Explained explanation,
            List<Client> clients,
            List<DnsName> expired,
            Optional<MailboxProvider> mailboxes)
            implements SpfFacts {

        public Published {
            strings = List.copyOf(strings);
            clients = List.copyOf(clients);
            expired = List.copyOf(expired);
        }

        DnsName domain() {
            return around.domain();
        }

        SpfRecord record() {
            return expansion.record();
        }

        private Optional<Boolean> passing() {
            var coverage = Coverage.of(expansion);
            if (!coverage.passes().isEmpty()) {
                return Optional.of(true);
            }
            boolean silent =
                    expansion
                            .all()
                            .map(Node::outcome)
                            .anyMatch(outcome ->
                                    outcome instanceof Node.Outcome.Failed
                                            || outcome instanceof Node.Outcome.Unasked);
            return silent ? Optional.empty() : Optional.of(!coverage.isComplete());
        }

        /// The finding with the record replaced by `text` as its cure.
        Finding replacing(Finding finding, String text) {
            return text.equals(record().text())
                    ? finding
                    : counted(finding, text)
                            .cure(new Remedy.Remove(domain(), RecordType.TXT, record().text()))
                            .cure(new Remedy.Publish(domain(), RecordType.TXT, text));
        }

        /// The finding with the look-ups that `text` needs, where each of its terms that asks is
        /// one of the record as it is.
        private Finding counted(Finding finding, String text) {
            var costs =
                    expansion.nodes().stream()
                            .collect(
                                    Collectors.toMap(
                                            node -> node.term().text(), Node::lookups, Math::max));
            var asking =
                    SpfParser.read(text).terms().stream()
                            .filter(Published::asksDns)
                            .map(Term::text)
                            .toList();
            boolean counts = expansion.lookups() > 0 || !asking.isEmpty();
            return counts && costs.keySet().containsAll(asking)
                    ? finding.with("lookupsAfter", asking.stream().mapToInt(costs::get).sum())
                    : finding;
        }

        private static boolean asksDns(Term term) {
            return switch (term) {
                case Term.Directive directive -> directive.mechanism().asksDns();
                case Term.Redirect _ -> true;
                case Term.Explanation _, Term.UnknownModifier _, Term.Broken _ -> false;
            };
        }

        /// The finding with terms left out as its cure, unless nobody could send any more.
        public Finding dropping(Finding finding, List<? extends Term> gone) {
            return !gone.isEmpty() && record().authorisesBesides(gone)
                    ? replacing(finding, record().without(gone))
                    : finding;
        }
    }

    /// More than one record.
    record Several(Surroundings around, List<String> records) implements SpfFacts {
        public Several {
            records = records.stream().sorted().toList();
        }
    }

    /// No record.
    record Absent(Surroundings around) implements SpfFacts {}

    /// The DNS did not say.
    record Unreachable(DnsName domain, Failure failure) implements SpfFacts {}

    /// What else is there, whatever the record says.
    ///
    /// @param texts all TXT records of the domain
    /// @param type99 the texts of retired type 99 (RFC 7208 §3.1)
    /// @param misplaced records at names nobody asks
    /// @param mxHosts the domain's MX hosts
    /// @param ownHosts those of them below the domain itself
    record Surroundings(
            DnsName domain,
            Profile profile,
            List<Rdata.Text> texts,
            List<String> type99,
            List<Misplaced> misplaced,
            List<DnsName> mxHosts,
            List<MailHost> ownHosts) {

        public Surroundings {
            texts = List.copyOf(texts);
            type99 = List.copyOf(type99);
            misplaced = List.copyOf(misplaced);
            mxHosts = List.copyOf(mxHosts);
            ownHosts = List.copyOf(ownHosts);
        }
    }

    /// A record where nobody looks.
    record Misplaced(DnsName name, String text) {}

    /// An MX host of the domain's own.
    record MailHost(DnsName name, List<InetAddress> addresses, HeloRecord helo) {
        public MailHost {
            addresses = List.copyOf(addresses);
        }
    }

    /// Whether a host name has a record for bounces.
    enum HeloRecord {
        PUBLISHED,
        MISSING,
        /// The DNS did not say, or the name is an alias and can have none of its own.
        UNKNOWN
    }

    /// What an `exp` leads to.
    enum Explained {
        /// There is none, or it cannot be said without a mail.
        NOT_ASKED,
        FOUND,
        /// Nothing, several texts, or one that cannot be read.
        BROKEN
    }

    /// A host and what the record says about it.
    record Client(String name, InetAddress address, Result result) {}
}
