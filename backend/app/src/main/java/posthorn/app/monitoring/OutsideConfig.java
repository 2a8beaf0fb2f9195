package posthorn.app.monitoring;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import posthorn.app.platform.Settings;
import posthorn.engine.DomainChecks;
import posthorn.engine.DomainCheckup;
import posthorn.engine.check.Check;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.SystemResolvers;

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
    Dns dns(Settings settings) {
        var set = settings.resolverAddresses();
        return new LiveDns(set.isEmpty() ? SystemResolvers.addresses() : set);
    }

    @Bean
    Outside outside(Dns dns, Clock clock) {
        return new Outside(dns, clock);
    }

    @Bean
    DomainCheckup domainCheckup() {
        return new DomainCheckup(DomainChecks.all());
    }

    @Bean
    Kinds kinds() {
        return new Kinds(DomainChecks.all().stream().map(Check::kind).toList());
    }
}
