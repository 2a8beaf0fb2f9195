package posthorn.app.platform;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import posthorn.engine.outside.DnsName;

/// Everything an operator can choose. `docs/configuration.md` explains each of them, and a test
/// holds the two together.
///
/// @param port HTTP port
/// @param address the address HTTP listens on
/// @param baseUrl the address people use, as it stands in mails and links
/// @param data the folder of the embedded database
/// @param resolvers the resolvers to ask, as `host` or `host:port`; none means the machine's own
/// @param lists the file with changes to the table of DNS lists; empty means none
/// @param demo whether the built-in world replaces the real one
/// @param demoPort the port at which the demo's DNS server can be asked; 0 takes a free one
/// @param templates the folder from which pages are read anew on every request, for somebody who
///   works on them; empty means those inside the program
@ConfigurationProperties(value = "posthorn", ignoreUnknownFields = false)
public record Settings(
        @DefaultValue("8080") int port,
        @DefaultValue("localhost") String address,
        @DefaultValue("") String baseUrl,
        @DefaultValue("data") Path data,
        @DefaultValue Database database,
        @DefaultValue List<String> resolvers,
        @DefaultValue("") String lists,
        @DefaultValue Smtp smtp,
        @DefaultValue Registry registry,
        @DefaultValue Mail mail,
        @DefaultValue Schedule schedule,
        @DefaultValue("false") boolean demo,
        @DefaultValue("5300") int demoPort,
        @DefaultValue("") String templates) {

    public Settings {
        port("posthorn.port", port);
        port("posthorn.demo-port", demoPort);
        schedule = demo && schedule.equals(Schedule.USUAL) ? Schedule.DEMO : schedule;
        baseUrl = baseUrl.isBlank() ? "http://localhost:" + port : baseUrl(baseUrl.strip());
        data = data.toAbsolutePath().normalize();
        resolvers = resolvers.stream().map(String::strip).toList();
        resolvers.forEach(resolver -> HostPort.parse("posthorn.resolvers", resolver, 53));
    }

    /// The resolvers to ask; none means the machine's own.
    public List<InetSocketAddress> resolverAddresses() {
        return resolvers.stream()
                .map(resolver -> HostPort.parse("posthorn.resolvers", resolver, 53).address())
                .toList();
    }

    /// A link into this installation, for mails.
    public URI link(String path) {
        return URI.create(baseUrl + path);
    }

    /// A PostgreSQL other than the one that comes along.
    ///
    /// @param url JDBC address of a PostgreSQL 15 to 18; empty means the embedded one
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        private static final String JDBC = "jdbc:postgresql:";

        public Database {
            if (!url.isBlank() && !url.startsWith(JDBC)) {
                throw new InvalidSetting(
                        "posthorn.database.url", url, "must start with " + JDBC + "//");
            }
        }

        /// Whether the database is the one that comes along.
        public boolean isEmbedded() {
            return url.isBlank();
        }

        @Override
        public String toString() {
            return isEmbedded() ? "embedded" : url;
        }
    }

    /// How the mail servers of watched domains are asked.
    ///
    /// @param probe whether they are
    /// @param name what we are called there; empty if our address has no name
    /// @param knownHosts hosts that answer whenever our own port 25 is open
    public record Smtp(
            @DefaultValue("true") boolean probe,
            @DefaultValue("") String name,
            @DefaultValue List<String> knownHosts) {

        public Smtp {
            name = name.isBlank() ? "" : host("posthorn.smtp.name", name).text();
            knownHosts = knownHosts.stream().map(String::strip).toList();
            knownHosts.forEach(known -> host("posthorn.smtp.known-hosts", known));
        }

        /// The hosts as names.
        public List<DnsName> knownNames() {
            return knownHosts.stream()
                    .map(known -> host("posthorn.smtp.known-hosts", known))
                    .toList();
        }

        private static DnsName host(String setting, String text) {
            return DnsName.fromPerson(text)
                    .filter(name -> name.labels().size() > 1)
                    .orElseThrow(() -> new InvalidSetting(setting, text, "is no name of a host"));
        }
    }

    /// How the registries of watched domains are asked.
    ///
    /// @param probe whether they are
    public record Registry(@DefaultValue("true") boolean probe) {}

    /// How mail leaves the house.
    ///
    /// @param host the relay that takes outgoing mail; empty means that mail is kept and shown on a
    ///   local page
    /// @param from the sender of all mail
    public record Mail(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("STARTTLS") Tls tls,
            @DefaultValue("posthorn@localhost") String from) {

        public Mail {
            Settings.port("posthorn.mail.port", port);
            if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
                throw new InvalidSetting("posthorn.mail.from", from, "is no mail address");
            }
        }

        /// Whether a relay is set.
        public boolean isRelayed() {
            return !host.isBlank();
        }

        @Override
        public String toString() {
            return isRelayed() ? host + ":" + port : "kept here";
        }
    }

    /// How the connection to the relay is protected.
    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    /// The rhythm of checks.
    ///
    /// @param interval the time between two checks of a domain
    /// @param tick the time between two looks for domains that are due
    /// @param confirm the time until a bad result is checked again before anybody is told
    public record Schedule(
            @DefaultValue("1h") Duration interval,
            @DefaultValue("10s") Duration tick,
            @DefaultValue("90s") Duration confirm) {

        static final Schedule USUAL =
                new Schedule(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(90));

        /// In the demo nobody wants to wait.
        static final Schedule DEMO =
                new Schedule(Duration.ofMinutes(5), Duration.ofSeconds(2), Duration.ofSeconds(15));

        public Schedule {
            positive("posthorn.schedule.interval", interval);
            positive("posthorn.schedule.tick", tick);
            positive("posthorn.schedule.confirm", confirm);
        }

        private static void positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new InvalidSetting(name, value.toString(), "must be longer than nothing");
            }
        }
    }

    private static void port(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new InvalidSetting(name, Integer.toString(port), "is no port (0 to 65535)");
        }
    }

    private static String baseUrl(String text) {
        var url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!url.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?") || !isUri(url)) {
            throw new InvalidSetting(
                    "posthorn.base-url", text, "is no address like https://posthorn.example.org");
        }
        return url;
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
