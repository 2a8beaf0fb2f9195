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
import posthorn.engine.outside.SharedCachingDns;
import posthorn.engine.outside.SystemResolvers;
import posthorn.engine.table.Unreadable;

/// Who is asked, and what.
@Configuration(proxyBeanMethods = false)
class OutsideConfig {

    /// The resolvers of the settings, else the machine's own. In the demo a world of its own
    /// answers.
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
    Outside outside(Dns dns, ListTable lists, Clock clock) {
        return new Outside(lists.withKeys(dns), clock);
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
