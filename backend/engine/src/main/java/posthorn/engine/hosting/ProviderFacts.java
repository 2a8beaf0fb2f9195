package posthorn.engine.hosting;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.ProviderSelector;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;
import posthorn.engine.spf.SpfFacts;

/// What a domain's zone shows of the companies that have to do with its mail.
public sealed interface ProviderFacts {

    /// What was checked.
    Target target();

    /// Who answers for the zone.
    NameServers servers();

    /// The domain is parked: nothing else was asked.
    record Parked(Target target, NameServers servers) implements ProviderFacts {}

    /// The domain is used for mail.
    ///
    /// @param mx its MX records
    /// @param spf who may send
    /// @param keys who signs
    /// @param shown the providers that show, each with its signs, in the order of the table
    record Used(
            Target target,
            NameServers servers,
            Answer<Rdata.Mx> mx,
            SpfFacts spf,
            DkimFacts keys,
            List<Recognised> shown)
            implements ProviderFacts {

        public Used {
            shown = List.copyOf(shown);
        }

        DnsName domain() {
            return target.domain();
        }

        /// The MX hosts; null MX is not among them.
        List<DnsName> hosts() {
            return mx.records().stream()
                    .map(Rdata.Mx::host)
                    .filter(host -> !host.isRoot())
                    .distinct()
                    .sorted()
                    .toList();
        }

        /// The providers that take in the domain's mail.
        List<Recognised> receiving() {
            return shown.stream()
                    .filter(found -> found.isSeenAt(Sign.At.MX))
                    .filter(found -> found.provider().kind().receives())
                    .toList();
        }

        /// The only provider behind all MX hosts, where that is certain and it keeps mailboxes.
        Optional<Recognised> onlyMailbox() {
            var all = receiving();
            return hosts().stream().allMatch(host -> isOfKnown(host, all)) && all.size() == 1
                    ? Optional.of(all.getFirst())
                            .filter(found -> found.provider().kind() == Provider.Kind.MAILBOX)
                            .filter(found -> found.isSurelySeenAt(Sign.At.MX))
                    : Optional.empty();
        }

        /// The MX hosts that are nobody's we know. An address in place of a name is a slip.
        List<DnsName> unknownHosts() {
            var known = receiving();
            return hosts().stream()
                    .filter(host -> !isOfKnown(host, known))
                    .filter(host -> !host.last(1).text().matches("[0-9]+"))
                    .toList();
        }

        private static boolean isOfKnown(DnsName host, List<Recognised> known) {
            return known.stream()
                    .flatMap(found -> found.signs().stream())
                    .anyMatch(sign ->
                            sign.at() == Sign.At.MX && sign.value().equals(host.toString()));
        }

        /// The record, if there is exactly one.
        Optional<SpfFacts.Published> published() {
            return spf instanceof SpfFacts.Published published
                    ? Optional.of(published)
                    : Optional.empty();
        }

        /// The selectors that were asked for, if any were.
        Optional<DkimFacts.Probed> probed() {
            return keys instanceof DkimFacts.Probed probed ? Optional.of(probed) : Optional.empty();
        }

        /// What is at this selector, if it was asked for.
        Optional<SelectorFacts> at(String selector) {
            return probed().stream()
                    .flatMap(probed -> probed.selectors().stream())
                    .filter(seen -> seen.selector().name().equalsIgnoreCase(selector))
                    .findFirst();
        }

        /// Whether it is certain that none of a provider's selectors has a record, and that it has
        /// no others.
        boolean hasNoKeyOf(Provider provider) {
            return probed().filter(probed -> !probed.isSilentSomewhere()).isPresent()
                    && provider.selectors().stream().anyMatch(ProviderSelector::sure)
                    && provider.selectors().stream()
                            .map(ProviderSelector::name)
                            .map(this::at)
                            .allMatch(seen ->
                                    seen.filter(SelectorFacts.Missing.class::isInstance)
                                            .isPresent());
        }
    }
}
