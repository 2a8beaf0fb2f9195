package posthorn.app.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import posthorn.app.platform.InvalidSetting;
import posthorn.app.platform.Settings;
import posthorn.engine.DomainChecks;
import posthorn.engine.DomainCheckup;
import posthorn.engine.check.Check;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Outside.Introduction;
import posthorn.engine.outside.SharedCachingDns;
import posthorn.engine.outside.SystemResolvers;
import posthorn.engine.table.Unreadable;

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
        var set = settings.resolverAddresses();
        var live = new LiveDns(set.isEmpty() ? SystemResolvers.addresses() : set);
        return new SharedCachingDns(
                live, SharedCachingDns.OCTETS, rhythm.gap().dividedBy(2), clock);
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
        var internet = Outside.live(dns, new Introduction(smtp.name(), smtp.knownNames()), clock);
        var mail = smtp.probe() ? internet : internet.withoutSmtp();
        return new Live(settings.registry().probe() ? mail : mail.withoutRegistry());
    }

    /// The DNS lists that may be asked. The demo has its own.
    @Bean
    @ConditionalOnBooleanProperty(
            name = "posthorn.demo",
            havingValue = false,
            matchIfMissing = true)
    ListTable lists(Settings settings) {
        var file = settings.lists().strip();
        if (file.isEmpty()) {
            return ListTable.builtIn();
        }
        try {
            return ListTable.builtIn().extendedBy(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidSetting("posthorn.lists", file, "cannot be read");
        } catch (Unreadable e) {
            throw new InvalidSetting(
                    "posthorn.lists", file, "cannot be understood: " + e.getMessage());
        }
    }

    @Bean
    Outside outside(Live live, Dns dns, ListTable lists) {
        return live.outside().with(lists.withKeys(dns));
    }

    @Bean
    DomainCheckup domainCheckup(ListTable lists) {
        return new DomainCheckup(DomainChecks.all(lists));
    }

    @Bean
    Kinds kinds(ListTable lists) {
        return new Kinds(DomainChecks.all(lists).stream().map(Check::kind).toList());
    }
}
