package posthorn.app.monitoring;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import posthorn.app.lists.Lists;
import posthorn.app.platform.Settings;
import posthorn.engine.DomainChecks;
import posthorn.engine.DomainCheckup;
import posthorn.engine.bimi.MarkRoots;
import posthorn.engine.check.Check;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.PoliteLists;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Outside.Introduction;
import posthorn.engine.outside.SharedCachingDns;
import posthorn.engine.outside.SystemResolvers;

/// Who is asked, and what.
@Configuration(proxyBeanMethods = false)
class OutsideConfig {

    /// The resolvers of the settings, else the machine's own. In the demo a world of its own
    /// answers, here and below.
    @Bean
    @ConditionalOnBooleanProperty(
            name = "posthorn.demo",
            havingValue = false,
            matchIfMissing = true)
    Dns dns(Settings settings, Rhythm rhythm, Clock clock) {
        var live = new LiveDns(resolvers(settings));
        return new SharedCachingDns(
                live, SharedCachingDns.OCTETS, rhythm.gap().dividedBy(2), clock);
    }

    private static List<InetSocketAddress> resolvers(Settings settings) {
        var set = settings.resolverAddresses();
        return set.isEmpty() ? SystemResolvers.addresses() : set;
    }

    /// The second resolver by itself, for a second opinion.
    private static List<Dns> others(Settings settings) {
        return resolvers(settings).stream()
                .skip(1)
                .limit(1)
                .<Dns>map(resolver -> new LiveDns(List.of(resolver)))
                .toList();
    }

    /// Name, mail and web servers and registries of the Internet; mail servers and registries
    /// unless the settings spare them.
    @Bean
    @ConditionalOnBooleanProperty(
            name = "posthorn.demo",
            havingValue = false,
            matchIfMissing = true)
    Live live(Settings settings, Dns dns, Clock clock) {
        var smtp = settings.smtp();
        var internet =
                Outside.live(dns, new Introduction(smtp.name(), smtp.knownNames()), clock)
                        .withOthers(others(settings));
        var mail = smtp.probe() ? internet : internet.withoutSmtp();
        return new Live(settings.registry().probe() ? mail : mail.withoutRegistry());
    }

    /// What checks ask: the outside with the keys of the DNS lists put in and, except in the demo,
    /// whose world may change at any time, with lists bothered as little as can be. A listing is
    /// not remembered until a run confirms it.
    @Bean
    Outside outside(
            Live live, Dns dns, ListTable lists, Settings settings, Rhythm rhythm, Clock clock) {
        var keyed = live.outside().with(dns).under(lists::withKeys);
        var listed = rhythm.gap().dividedBy(2);
        return settings.demo()
                ? keyed
                : keyed.under(below -> new PoliteLists(lists, below, listed, clock));
    }

    @Bean
    DomainCheckup domainCheckup(Lists lists) {
        return new DomainCheckup(DomainChecks.all(lists::table, MarkRoots.builtIn()));
    }

    @Bean
    Kinds kinds(ListTable lists) {
        return new Kinds(DomainChecks.all(lists).stream().map(Check::kind).toList());
    }
}
