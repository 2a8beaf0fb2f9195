package posthorn.engine.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import posthorn.engine.outside.DnsName;

/// The providers we know.
public final class Providers {

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

    /// The providers that show in a domain's MX hosts, name servers and SPF record, each with its
    /// reasons, in the order of the table. `spf` may be empty.
    public List<Recognised> recognise(Collection<DnsName> mx, Collection<DnsName> ns, String spf) {
        var signs = new LinkedHashMap<Provider, List<Sign>>();
        all.forEach(provider -> signs.put(provider, new ArrayList<>()));
        mx.forEach(host -> ofMx(host).ifPresent(found -> collect(found, signs)));
        ns.forEach(server -> ofNs(server).ifPresent(found -> collect(found, signs)));
        ofSpf(spf).forEach(found -> collect(found, signs));
        return signs.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Recognised(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void collect(Recognised found, Map<Provider, List<Sign>> signs) {
        signs.computeIfAbsent(found.provider(), _ -> new ArrayList<>()).addAll(found.signs());
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
        return all.stream()
                .flatMap(p -> patterns.apply(p).stream().map(pattern -> new Hit(p, pattern)))
                .filter(hit -> hit.pattern().matches(name))
                .max(Comparator.comparingInt(hit -> hit.pattern().length()))
                .map(hit -> new Recognised(hit.provider(), List.of(sign(at, name, hit))));
    }

    private static Sign sign(Sign.At at, DnsName name, Hit hit) {
        return new Sign(at, name.toString(), hit.pattern().sure());
    }

    private static final class BuiltIn {
        static final Providers PROVIDERS = ProviderTable.read("/providers/providers.table");
    }
}
