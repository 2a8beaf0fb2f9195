package posthorn.app.demo;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Https;
import posthorn.engine.outside.HttpsAnswer;
import posthorn.engine.outside.LiveHttps;
import posthorn.engine.outside.LiveSmtp;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.PoliteSmtp;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Registration;
import posthorn.engine.outside.Routes;
import posthorn.engine.outside.Smtp;
import posthorn.engine.outside.SmtpAnswer;
import posthorn.engine.outside.Transport;

/// The demo's world as checks ask it: mail and web hosts that listen, over real connections. Name
/// servers, registries, and hosts that a zone file describes in a section, answer from the files.
final class DemoOutside {

    private static final Duration TURN = Duration.ofMinutes(1);
    private static final int ADDRESSES = 1000;

    private final DemoWorld world;
    private final Routes routes;
    private final Dns dns;
    private final Smtp smtp;
    private final Https https;
    private final Clock clock;

    DemoOutside(DemoWorld world, DemoHosts hosts, Dns dns, Clock clock) {
        this.world = world;
        this.routes = hosts.routes();
        this.dns = dns;
        this.smtp =
                new PoliteSmtp(
                        new LiveSmtp(routes, hosts.roots(), ""),
                        TURN,
                        Duration.ZERO,
                        ADDRESSES,
                        clock);
        this.https = new LiveHttps(routes, hosts.roots(), dns);
        this.clock = clock;
    }

    Outside outside() {
        return new Outside(dns, this::server, this::greet, this::get, this::registered, clock);
    }

    private Registration registered(DnsName domain) {
        return written().registry().of(domain);
    }

    private Outside written() {
        return world.world().outside(clock);
    }

    private Answer<Rdata> server(InetAddress server, Question question, Transport transport) {
        return written().servers().ask(server, question, transport);
    }

    private SmtpAnswer greet(InetAddress address, DnsName host) {
        boolean listens = routes.to(address, LiveSmtp.PORT).isPresent();
        return listens ? smtp.greet(address, host) : written().smtp().greet(address, host);
    }

    private HttpsAnswer get(URI address) {
        var written = written().https().get(address);
        return written instanceof HttpsAnswer.Failed(var why, _) && why == HttpsAnswer.Why.TIMEOUT
                ? https.get(address)
                : written;
    }
}
