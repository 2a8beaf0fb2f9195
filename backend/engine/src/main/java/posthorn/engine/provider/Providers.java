package posthorn.engine.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import posthorn.engine.outside.DnsName;

/// The providers we know.
public final class Providers {

    /// More of a text is not shown.
    private static final int MAX_TEXT = 100;

    private final List<Provider> all;

    Providers(List<Provider> all) {
        this.all = List.copyOf(all);
    }

    /// The table that comes with the program.
    public static Providers builtIn() {
        return BuiltIn.PROVIDERS;
    }

    /// All of them, in the order of the table.
    public List<Provider> all() {
        return all;
    }

    /// The provider with this id.
    public Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /// Whose MX host this is: of all patterns that match, the longest counts.
    public Optional<Recognised> ofMx(DnsName host) {
        return longest(host, Sign.At.MX, Provider::mx);
    }

    /// Whose name server this is.
    public Optional<Recognised> ofNs(DnsName server) {
        return longest(server, Sign.At.NS, Provider::ns);
    }

    /// Those whose terms stand in an SPF record.
    public List<Recognised> ofSpf(String spf) {
        return all.stream()
                .map(provider -> new Recognised(provider, spfSigns(provider, spf)))
                .filter(recognised -> !recognised.signs().isEmpty())
                .toList();
    }

    /// Whose key stands at a selector: the names that its alias leads through tell, or else a
    /// selector that nobody else uses.
    public Optional<Recognised> ofSelector(String selector, List<DnsName> chain, DnsName domain) {
        var byName = ofSelector(selector);
        return chain.stream()
                .flatMap(name -> ofKeyHost(selector, name, domain).stream())
                .findFirst()
                .map(byHost -> byName.filter(byHost::isSameButSurer).orElse(byHost))
                .or(() -> byName);
    }

    private Optional<Recognised> ofKeyHost(String selector, DnsName name, DnsName domain) {
        return longest(name, Sign.At.DKIM, provider -> keyHosts(provider, domain))
                .map(found -> found.named(selector + " -> " + name));
    }

    private static List<NamePattern> keyHosts(Provider provider, DnsName domain) {
        var patterns = new ArrayList<>(provider.marks().keyHosts());
        provider.selectors().stream()
                .filter(ProviderSelector.Alias.class::isInstance)
                .map(ProviderSelector.Alias.class::cast)
                .filter(alias -> !alias.target().text().equals("*"))
                .map(alias -> new NamePattern(alias.target().in(domain), alias.sure()))
                .forEach(patterns::add);
        return patterns;
    }

    private Optional<Recognised> ofSelector(String selector) {
        return longest(selector, Sign.At.DKIM, provider -> provider.marks().selectors());
    }

    /// Where mail programs are sent by the alias `autodiscover`.
    public Optional<Recognised> ofAutodiscover(DnsName target) {
        return longest(target, Sign.At.AUTODISCOVER, provider -> provider.marks().autodiscover());
    }

    /// Whose text this is, by which a customer proves to own a domain.
    public Optional<Recognised> ofText(String text) {
        return longest(text, Sign.At.TXT, provider -> provider.marks().texts())
                .map(found -> found.named(text.substring(0, Math.min(text.length(), MAX_TEXT))));
    }

    /// The providers that show in a domain's MX hosts, name servers and SPF record, each with its
    /// reasons, in the order of the table. `spf` may be empty.
    public List<Recognised> recognise(Collection<DnsName> mx, Collection<DnsName> ns, String spf) {
        var found = new ArrayList<Recognised>();
        mx.forEach(host -> ofMx(host).ifPresent(found::add));
        ns.forEach(server -> ofNs(server).ifPresent(found::add));
        found.addAll(ofSpf(spf));
        return merged(found);
    }

    /// Each provider once, with all its signs, in the order of the table.
    public List<Recognised> merged(List<Recognised> found) {
        return all.stream()
                .map(provider -> new Recognised(provider, signs(provider, found)))
                .filter(recognised -> !recognised.signs().isEmpty())
                .toList();
    }

    private static List<Sign> signs(Provider provider, List<Recognised> found) {
        return found.stream()
                .filter(each -> each.provider().equals(provider))
                .flatMap(each -> each.signs().stream())
                .distinct()
                .toList();
    }

    private static List<Sign> spfSigns(Provider provider, String spf) {
        return provider.allSpfTerms().stream()
                .filter(term -> term.isIn(spf))
                .map(term -> new Sign(Sign.At.SPF, term.text(), term.sure()))
                .toList();
    }

    private record Hit(Provider provider, NamePattern pattern) {}

    private Optional<Recognised> longest(
            DnsName name, Sign.At at, Function<Provider, List<NamePattern>> patterns) {
        return longest(name.text(), at, patterns).map(found -> found.named(name.toString()));
    }

    private Optional<Recognised> longest(
            String text, Sign.At at, Function<Provider, List<NamePattern>> patterns) {
        return all.stream()
                .flatMap(p -> patterns.apply(p).stream().map(pattern -> new Hit(p, pattern)))
                .filter(hit -> hit.pattern().matches(text))
                .max(Comparator.comparingInt(hit -> hit.pattern().length()))
                .map(hit ->
                        new Recognised(
                                hit.provider(), List.of(new Sign(at, text, hit.pattern().sure()))));
    }

    private static final class BuiltIn {
        static final Providers PROVIDERS = ProviderTable.read("/providers/providers.table");
    }
}
