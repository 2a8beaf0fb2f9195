package posthorn.engine.rdns;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;

/// How a mail server introduces itself. Of one that also sends, that is most likely the name it
/// uses in HELO, but not surely, so that nothing here is more than a notice; of one that only
/// receives, nobody minds it.
final class OwnName implements Rule<RdnsFacts> {

    @Override
    public List<Finding> judge(RdnsFacts facts) {
        return facts.hosts().stream()
                .flatMap(host -> host.sends() ? sending(host) : receiving(host))
                .toList();
    }

    private static Stream<Finding> receiving(RdnsFacts.Host host) {
        return switch (host.greeting()) {
            case RdnsFacts.Greeting.Unheard _, RdnsFacts.Greeting.Nameless _ -> Stream.of();
            case RdnsFacts.Greeting.Word(var word) -> Stream.of(mismatch(host, word));
            case RdnsFacts.Greeting.Name(var named, _) ->
                    isKnown(host, named.name())
                            ? Stream.of()
                            : Stream.of(mismatch(host, named.name().text()));
        };
    }

    private static boolean isKnown(RdnsFacts.Host host, DnsName name) {
        return host.mx().contains(name)
                || host.ptr().isFailed()
                || host.ptr().records().contains(name);
    }

    private static Finding mismatch(RdnsFacts.Host host, String word) {
        return ReverseName.about(host, notice("banner.mismatch", ReverseName.address(host)))
                .with("greeting", word)
                .with("hosts", host.mx());
    }

    private static Stream<Finding> sending(RdnsFacts.Host host) {
        return switch (host.greeting()) {
            case RdnsFacts.Greeting.Unheard _, RdnsFacts.Greeting.Nameless _ -> Stream.of();
            case RdnsFacts.Greeting.Word(var word) -> Stream.of(word(host, word));
            case RdnsFacts.Greeting.Name name -> name(host, name);
        };
    }

    private static Finding word(RdnsFacts.Host host, String word) {
        var address = ReverseName.address(host);
        boolean literal = word.startsWith("[") && word.endsWith("]");
        return (literal ? notice("helo.literal", address) : notice("helo.not-fqdn", address))
                .with("name", word);
    }

    private static Stream<Finding> name(RdnsFacts.Host host, RdnsFacts.Greeting.Name greeting) {
        var address = ReverseName.address(host);
        var named = greeting.named();
        if (greeting.isMissing()) {
            return Stream.of(notice("helo.unresolvable", address).with("name", named.name()));
        }
        if (!greeting.isOpen() && !named.leadsTo(host.address())) {
            return Stream.of(
                    notice("helo.ip-mismatch", address)
                            .with("name", named.name())
                            .with("addresses", named.addresses().records()));
        }
        boolean differs =
                !host.ptr().records().isEmpty() && !host.ptr().records().contains(named.name());
        return differs
                ? Stream.of(
                        ReverseName.about(host, notice("helo.ptr-mismatch", address))
                                .with("name", named.name()))
                : Stream.of();
    }
}
