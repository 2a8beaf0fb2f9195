package posthorn.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import posthorn.app.demo.DemoMailHost.Manner;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Roots;
import posthorn.engine.outside.Routes;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;

/// The mail and web hosts of the demo: listeners on loopback in place of documentation addresses.
final class DemoHosts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHosts.class);
    private static final int SMTP = 25;
    private static final int HTTPS = 443;
    private static final int BACKLOG = 50;

    private final DemoWorld world;
    private final DemoCertificates certificates;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ServerSocket> listeners = new ArrayList<>();
    private final Map<InetSocketAddress, InetSocketAddress> standIns = new HashMap<>();

    private DemoHosts(DemoWorld world, Clock clock) {
        this.world = world;
        this.certificates = new DemoCertificates(clock);
    }

    /// Those of the table `hosts.table`.
    static DemoHosts start(DemoWorld world, Clock clock) {
        var hosts = new DemoHosts(world, clock);
        try {
            for (var block : Table.read(world.text("hosts.table")).blocks()) {
                hosts.start(block);
            }
            return hosts;
        } catch (IOException e) {
            hosts.close();
            throw new UncheckedIOException(e);
        }
    }

    private void start(Block block) throws IOException {
        var name = block.value("name").orElseThrow();
        for (var text : block.all("address")) {
            var address = IpText.parse(text.value()).orElseThrow();
            if (block.value("smtp").isPresent()) {
                start(address, SMTP, mail(name, block.value("smtp").get()));
            }
            if (block.value("policy").isPresent()) {
                var file = block.value("policy").get();
                start(
                        address,
                        HTTPS,
                        new DemoWebHost(certificates.good(name), () -> world.text(file)));
            }
        }
    }

    private DemoMailHost mail(String name, String kind) {
        var good = Optional.of(certificates.good(name));
        return switch (kind) {
            case "good" -> new DemoMailHost(name, Manner.FRIENDLY, good);
            case "expired" ->
                    new DemoMailHost(
                            name, Manner.FRIENDLY, Optional.of(certificates.expired(name)));
            case "wrong-name" ->
                    new DemoMailHost(
                            name,
                            Manner.FRIENDLY,
                            Optional.of(certificates.good("old-name.example")));
            case "plain" -> new DemoMailHost(name, Manner.FRIENDLY, Optional.empty());
            case "greylisting" -> new DemoMailHost(name, Manner.GREYLISTING, good);
            case "tarpit" -> new DemoMailHost(name, Manner.TARPIT, good);
            default -> throw new IllegalStateException("hosts.table: no mail host is " + kind);
        };
    }

    private void start(InetAddress address, int port, DemoHost host) throws IOException {
        var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        listeners.add(listener);
        standIns.put(
                new InetSocketAddress(address, port),
                new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()));
        threads.execute(() -> accept(listener, host));
    }

    private void accept(ServerSocket listener, DemoHost host) {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                threads.execute(() -> talk(socket, host));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void talk(Socket socket, DemoHost host) {
        try (socket) {
            host.talk(new DemoConnection(socket));
        } catch (IOException e) {
            LOG.debug("event=demo-connection-ended why={}", e.getMessage());
        }
    }

    /// To these hosts and nowhere else.
    Routes routes() {
        return Routes.only(standIns);
    }

    /// Their root.
    Roots roots() {
        return Roots.of(List.of(certificates.root()));
    }

    @Override
    public void close() {
        for (var listener : listeners) {
            try {
                listener.close();
            } catch (IOException e) {
                LOG.debug("event=demo-listener why={}", e.getMessage());
            }
        }
        threads.shutdownNow();
    }
}
