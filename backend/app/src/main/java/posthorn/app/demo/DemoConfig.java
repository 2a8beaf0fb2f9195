package posthorn.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import posthorn.app.monitoring.Live;
import posthorn.app.platform.Settings;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.ZoneDns;

/// The demo's world in place of the real one: a DNS server inside the process, asked as any other.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("posthorn.demo")
class DemoConfig {

    private static final String ONLY_THESE = "only\n";

    @Bean
    DemoWorld demoWorld(Settings settings) {
        return DemoWorld.in(settings.data().resolve("demo"));
    }

    @Bean
    DnsServer demoServer(DemoWorld world, Settings settings) {
        try {
            return serve(world, settings.demoPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    Dns demoDns(DnsServer demoServer) {
        return new LiveDns(List.of(demoServer.address()));
    }

    @Bean
    DemoHosts demoHosts(DemoWorld world, Clock clock) {
        return DemoHosts.start(world, clock);
    }

    @Bean
    Live demoLive(DemoWorld world, DemoHosts hosts, Dns dns, Clock clock) {
        return new Live(new DemoOutside(world, hosts, dns, clock).outside());
    }

    @Bean
    ListTable demoLists(DemoWorld world) {
        return ListTable.builtIn().extendedBy(ONLY_THESE + world.text("lists.table"));
    }

    private static DnsServer serve(DemoWorld world, int port) throws IOException {
        var dns = new ZoneDns(world::zone);
        try {
            return DnsServer.start(at(port), dns);
        } catch (BindException e) {
            return DnsServer.start(at(0), dns);
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
