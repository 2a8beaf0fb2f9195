package posthorn.engine.outside;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import posthorn.engine.outside.HttpsAnswer.Answered;
import posthorn.engine.outside.HttpsAnswer.Failed;
import posthorn.engine.outside.HttpsAnswer.Why;

/// Web servers as they are, asked now. The name is looked up once; connections go to the addresses
/// found then and to no others, and to none if one of them is no host's on the Internet.
public final class LiveHttps implements Https {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofSeconds(10);
    private static final int MOST_ADDRESSES = 4;

    private final Routes routes;
    private final Tls tls;
    private final Dns dns;
    private final Duration connect;
    private final Duration total;
    private final String accepted;

    /// Looks names up in `dns`.
    public LiveHttps(Routes routes, Roots roots, Dns dns) {
        this(routes, roots, dns, CONNECT, TOTAL);
    }

    LiveHttps(Routes routes, Roots roots, Dns dns, Duration connect, Duration total) {
        this(routes, Tls.strict(roots), dns, connect, total, "*/*");
    }

    private LiveHttps(
            Routes routes, Tls tls, Dns dns, Duration connect, Duration total, String accepted) {
        this.routes = routes;
        this.tls = tls;
        this.dns = dns;
        this.connect = connect;
        this.total = total;
        this.accepted = accepted;
    }

    /// The same, asking for these media types (RFC 9110 §12.5.1).
    LiveHttps accepting(String types) {
        return new LiveHttps(routes, tls, dns, connect, total, types);
    }

    @Override
    public HttpsAnswer get(URI address) {
        var web = WebAddress.of(address);
        if (web.isEmpty()) {
            return new Failed(Why.FORBIDDEN, "address");
        }
        var deadline = Deadline.in(total);
        var found = new ArrayList<InetAddress>();
        boolean silent = !lookUp(web.get().host(), deadline, found);
        if (found.isEmpty()) {
            return silent
                    ? new Failed(Why.DNS_SILENT, "no answer")
                    : new Failed(Why.NO_ADDRESS, "no A, no AAAA");
        }
        var ways = found.stream().flatMap(a -> routes.to(a, web.get().port()).stream()).toList();
        if (ways.size() < found.size()) {
            return noWay(found, web.get().port());
        }
        return new Visit(web.get(), deadline, Https.limit(address)).first(ways);
    }

    private HttpsAnswer noWay(List<InetAddress> found, int port) {
        boolean examples =
                found.stream()
                        .filter(address -> routes.to(address, port).isEmpty())
                        .allMatch(Routes::isExample);
        return examples
                ? new Failed(Why.TIMEOUT, "no way there from here")
                : new Failed(Why.FORBIDDEN, "address of the host");
    }

    /// Adds the addresses of a host, IPv4 first; false if the DNS stayed silent.
    private boolean lookUp(DnsName host, Deadline deadline, List<InetAddress> found) {
        var four = started(() -> dns.a(host));
        var six = started(() -> dns.aaaa(host));
        boolean fourSaid = add(four, deadline, found);
        boolean sixSaid = add(six, deadline, found);
        return fourSaid && sixSaid;
    }

    private static FutureTask<Answer<InetAddress>> started(Callable<Answer<InetAddress>> question) {
        var task = new FutureTask<>(question);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static boolean add(
            FutureTask<Answer<InetAddress>> task, Deadline deadline, List<InetAddress> found) {
        try {
            var answer = task.get(deadline.millis(), TimeUnit.MILLISECONDS);
            found.addAll(answer.records());
            return !answer.isFailed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a DNS threw instead of answering", e.getCause());
        } catch (IOException | TimeoutException e) {
            return false;
        }
    }

    /// One request, at one of several addresses.
    private final class Visit {
        private final WebAddress web;
        private final Deadline deadline;
        private final int limit;

        Visit(WebAddress web, Deadline deadline, int limit) {
            this.web = web;
            this.deadline = deadline;
            this.limit = limit;
        }

        /// The answer of the first address at which there is somebody.
        HttpsAnswer first(List<InetSocketAddress> ways) {
            Optional<HttpsAnswer> failed = Optional.empty();
            for (var way : ways.subList(0, Math.min(ways.size(), MOST_ADDRESSES))) {
                try (var connection = Connection.open(way, connect, deadline)) {
                    return over(connection);
                } catch (IOException e) {
                    failed = failed.or(() -> Optional.of(unreached(e)));
                }
            }
            return failed.orElseThrow();
        }

        private HttpsAnswer over(Connection connection) {
            try {
                var session = connection.encrypt(tls, web.host().text()).session();
                return asked(connection, session);
            } catch (Tls.BadCertificate e) {
                return new Failed(Why.CERTIFICATE, e.fault);
            } catch (IOException e) {
                return connection.isOver()
                        ? new Failed(Why.TIMEOUT, "handshake")
                        : new Failed(Why.TLS, Tls.alert(e));
            }
        }

        private HttpsAnswer asked(Connection connection, TlsSession session) {
            try {
                connection.out().write(request());
                connection.out().flush();
                return answered(HttpResponse.read(connection.in(), limit), session);
            } catch (HttpResponse.TooLarge e) {
                return new Failed(Why.TOO_LARGE, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return connection.isOver()
                        ? new Failed(Why.TIMEOUT, "answer")
                        : new Failed(Why.MALFORMED, fault(e));
            }
        }

        /// Our own words only; the network's are of no use to anybody.
        private static String fault(IOException e) {
            return e instanceof HttpResponse.Malformed || e instanceof EOFException
                    ? String.valueOf(e.getMessage())
                    : "connection closed";
        }

        private byte[] request() {
            return """
            GET %s HTTP/1.1
            Host: %s
            User-Agent: Posthorn
            Accept: %s
            Accept-Encoding: identity
            Connection: close

            """
                    .formatted(web.path(), web.authority(), accepted)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private HttpsAnswer answered(HttpResponse response, TlsSession session) {
            return new Answered(
                    response.status(),
                    response.field("content-type"),
                    response.status() / 100 == 3 ? response.field("location") : "",
                    response.body(),
                    session);
        }

        private static HttpsAnswer unreached(IOException e) {
            return switch (Connection.noWay(e)) {
                case REFUSED -> new Failed(Why.REFUSED, "port closed");
                case TIMEOUT -> new Failed(Why.TIMEOUT, "connection");
                case NETWORK -> new Failed(Why.TIMEOUT, "no way there from here");
            };
        }
    }
}
