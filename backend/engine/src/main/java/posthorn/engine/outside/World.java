package posthorn.engine.outside;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An outside in memory, read from the text of a transcript, a case or the demo: zone text, and
/// sections for name servers that say something else than the zone, for mail and web servers and
/// for registries.
///
/// ```
/// example.org. 300 NS ns1.example.org.
/// $RESOLVER 2
/// example.org. !SERVFAIL
/// $END
/// $SERVER 192.0.2.53
/// example.org. !REFUSED
/// $END
/// $SMTP 192.0.2.25
/// greeting 220 mail.example.org ESMTP
/// $END
/// ```
///
/// There are as many resolvers as have sections, and one; another says what its section says, and
/// else what the first says.
///
/// A name server without a section speaks for the whole zone, with authority; `no-aa` behind its
/// address takes the authority away. Over TCP it says the same, unless a section with `tcp` behind
/// the address says otherwise. A mail server without one gives no answer, and neither does a web
/// server; where no mail server has one, none is asked. Neither is a registry about a domain
/// without one.
public final class World {

    private final Zone zone;
    private final Map<Integer, Zone> resolvers = new TreeMap<>();
    private final Map<At, Zone> servers = new HashMap<>();
    private final Map<At, Zone> withoutAuthority = new HashMap<>();
    private final Map<InetAddress, SmtpAnswer> mail = new HashMap<>();
    private final Map<URI, HttpsAnswer> web = new HashMap<>();
    private final Map<DnsName, Registration> registered = new HashMap<>();

    private record At(InetAddress server, Transport transport) {}

    private World(String text) {
        var sections = new LinkedHashMap<String, List<String>>();
        this.zone = ZoneReader.read(withoutSections(text, sections));
        sections.forEach(this::section);
    }

    /// Reads the text.
    ///
    /// @throws ZoneReader.Unreadable if it cannot be understood
    public static World read(String text) {
        return new World(text);
    }

    /// Reads several texts into one world, each as if it were alone.
    ///
    /// @throws ZoneReader.Unreadable if one cannot be understood
    public static World read(Collection<String> texts) {
        return read(String.join("\n$ORIGIN .\n$TTL 3600\n", texts));
    }

    /// The lines outside sections; those inside are put aside, each section under its first line.
    private static String withoutSections(String text, Map<String, List<String>> sections) {
        var zone = new StringBuilder();
        Optional<List<String>> open = Optional.empty();
        for (var line : text.split("\n", -1)) {
            if (open.isEmpty() && isHead(line)) {
                open = Optional.of(sections.computeIfAbsent(line.strip(), _ -> new ArrayList<>()));
            } else if (line.strip().equals(Dialogue.END)) {
                open = Optional.empty();
            } else if (open.isPresent()) {
                open.get().add(line);
            } else {
                zone.append(line);
            }
            zone.append('\n');
        }
        return zone.toString();
    }

    private static boolean isHead(String line) {
        return line.startsWith(Dialogue.SERVER + " ")
                || line.startsWith(Dialogue.RESOLVER + " ")
                || line.startsWith(Dialogue.SMTP + " ")
                || line.startsWith(Dialogue.HTTPS + " ")
                || line.startsWith(Dialogue.RDAP + " ");
    }

    private void section(String head, List<String> lines) {
        var words = head.split(" ", 2);
        try {
            var subject = words[1].strip();
            switch (words[0]) {
                case Dialogue.RESOLVER ->
                        resolvers.put(
                                Integer.parseInt(subject),
                                ZoneReader.read(String.join("\n", lines)));
                case Dialogue.SERVER -> server(subject, ZoneReader.read(String.join("\n", lines)));
                case Dialogue.SMTP -> mail.put(address(subject), SmtpText.read(lines));
                case Dialogue.RDAP ->
                        registered.put(DnsName.of(subject), RegistrationText.read(lines));
                default -> web.put(URI.create(subject), HttpsText.read(lines));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ZoneReader.Unreadable(0, "section " + head + ": " + e.getMessage());
        }
    }

    private void server(String subject, Zone zone) {
        boolean lame = subject.endsWith(Dialogue.NO_AUTHORITY);
        var at = at(lame ? without(subject, Dialogue.NO_AUTHORITY) : subject);
        (lame ? withoutAuthority : servers).put(at, zone);
    }

    private static At at(String subject) {
        return subject.endsWith(Dialogue.OVER_TCP)
                ? new At(address(without(subject, Dialogue.OVER_TCP)), Transport.TCP)
                : new At(address(subject), Transport.UDP);
    }

    private static String without(String text, String end) {
        return text.substring(0, text.length() - end.length());
    }

    private static InetAddress address(String text) {
        return IpText.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("no address: " + text));
    }

    /// The zone alone.
    public Zone zone() {
        return zone;
    }

    /// The world as an outside.
    public Outside outside(Clock clock) {
        return new Outside(
                new ZoneDns(zone),
                others(),
                this::server,
                this::greet,
                this::get,
                this::registered,
                clock);
    }

    private List<Dns> others() {
        return resolvers.values().stream().<Dns>map(this::other).toList();
    }

    private Dns other(Zone own) {
        var first = new ZoneDns(zone);
        var second = new ZoneDns(own);
        return question -> (own.speaksOf(question) ? second : first).ask(question);
    }

    private Answer<Rdata> server(InetAddress server, Question question, Transport transport) {
        var at = new At(server, transport);
        boolean isKnown = servers.containsKey(at) || withoutAuthority.containsKey(at);
        return isKnown || transport == Transport.UDP
                ? said(at, question)
                : said(new At(server, Transport.UDP), question);
    }

    private Answer<Rdata> said(At at, Question question) {
        var text = IpText.of(at.server());
        var lame = Optional.ofNullable(withoutAuthority.get(at));
        boolean isLame =
                lame.isPresent() && (!servers.containsKey(at) || lame.get().speaksOf(question));
        return isLame
                ? new ZoneDns(lame.get(), Source.local(text)).ask(question)
                : new ZoneDns(servers.getOrDefault(at, zone), new Source(text, true, Duration.ZERO))
                        .ask(question);
    }

    private SmtpAnswer greet(InetAddress address, DnsName host) {
        var why = mail.isEmpty() ? SmtpAnswer.Why.NOT_ASKED : SmtpAnswer.Why.NOT_NOW;
        return mail.getOrDefault(address, new SmtpAnswer.Unreached(why));
    }

    private HttpsAnswer get(URI address) {
        return web.getOrDefault(
                address, new HttpsAnswer.Failed(HttpsAnswer.Why.TIMEOUT, "not in this world"));
    }

    private Registration registered(DnsName domain) {
        return registered.getOrDefault(
                domain, new Registration.Unknown(Registration.Why.NOT_ASKED));
    }
}
