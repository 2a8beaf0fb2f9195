package posthorn.engine.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// Zones and the servers that have them, as the settings of a CoreDNS tell; beside them a resolver
/// that believes whoever has authority.
final class ServedZones {

    private static final Path FOLDER = Path.of("src/test/resources/vectors/dns-zones");
    private static final Pattern FILE = Pattern.compile("file \\S+/(\\S+) (\\S+)");
    private static final Pattern BIND = Pattern.compile("bind (\\S+)");
    private static final Pattern TEMPLATE =
            Pattern.compile("template IN (\\S+) (\\S+) \\{\\s+rcode (\\S+)");

    /// A type of a name that is answered in place of the zone.
    private record Instead(Question question, boolean fails) {}

    /// A zone at some addresses.
    private record Served(
            DnsName apex,
            Zone zone,
            List<InetAddress> addresses,
            boolean authority,
            List<Instead> instead) {

        Answer<Rdata> answer(Question question, InetAddress server) {
            var source = new Source(IpText.of(server), authority, Duration.ZERO);
            for (var one : instead) {
                if (one.question().equals(question)) {
                    return one.fails()
                            ? new Answer.Failed<>(Failure.SERVFAIL, List.of(), source)
                            : new Answer.NoData<>(List.of(), source);
                }
            }
            return cut(question.name())
                    .map(cut -> referral(cut, question, server))
                    .orElseGet(() -> own(question, source));
        }

        private Answer<Rdata> own(Question question, Source source) {
            return switch (new ZoneDns(zone).ask(question)) {
                case Answer.Data<Rdata>(var records, var ttl, _, var aliases, _) ->
                        new Answer.Data<>(records, ttl, false, aliases, source);
                case Answer.NoData<Rdata>(var aliases, _, _) ->
                        new Answer.NoData<>(aliases, source);
                case Answer.NxDomain<Rdata>(var aliases, _, _) ->
                        new Answer.NxDomain<>(aliases, source);
                case Answer.Failed<Rdata>(var failure, var aliases, _) ->
                        new Answer.Failed<>(failure, aliases, source);
            };
        }

        /// The delegation above a name, if the zone has one.
        private Optional<DnsName> cut(DnsName name) {
            return Stream.iterate(name, DnsName::parent)
                    .takeWhile(up -> up.isWithin(apex) && !up.equals(apex))
                    .filter(up -> !new ZoneDns(zone).ns(up).records().isEmpty())
                    .findFirst();
        }

        private Answer<Rdata> referral(DnsName cut, Question question, InetAddress server) {
            var source = Source.local(IpText.of(server));
            boolean asked = question.equals(new Question(cut, RecordType.NS));
            return asked
                    ? own(question, source)
                    : new Answer.Failed<>(Failure.SERVFAIL, List.of(), source);
        }
    }

    private final List<Served> served;

    private ServedZones(List<Served> served) {
        this.served = served;
    }

    /// The zones that a CoreDNS would serve with these settings.
    static ServedZones coreDns(String folder, String settings) {
        var blocks = text(folder, settings).split("(?m)^}");
        return new ServedZones(
                Stream.of(blocks)
                        .filter(block -> FILE.matcher(block).find())
                        .map(block -> block(folder, block))
                        .toList());
    }

    /// One zone, served at these addresses, beside others.
    ServedZones and(String folder, String file, String apex, String... addresses) {
        var more = new ArrayList<>(served);
        more.add(
                new Served(
                        DnsName.of(apex),
                        zone(folder, file, DnsName.of(apex)),
                        Stream.of(addresses).map(ServedZones::address).toList(),
                        true,
                        List.of()));
        return new ServedZones(more);
    }

    static ServedZones none() {
        return new ServedZones(List.of());
    }

    private static Served block(String folder, String block) {
        var file = FILE.matcher(block);
        if (!file.find()) {
            throw new IllegalArgumentException(block);
        }
        var apex = DnsName.of(file.group(2));
        return new Served(
                apex,
                zone(folder, file.group(1), apex),
                BIND.matcher(block).results().map(found -> address(found.group(1))).toList(),
                !block.contains("response clear aa"),
                TEMPLATE.matcher(block)
                        .results()
                        .map(found ->
                                new Instead(
                                        new Question(
                                                DnsName.of(found.group(2)),
                                                RecordType.valueOf(found.group(1))),
                                        found.group(3).equals("SERVFAIL")))
                        .toList());
    }

    private static InetAddress address(String text) {
        return IpText.parse(text).orElseThrow();
    }

    private static Zone zone(String folder, String file, DnsName apex) {
        return ZoneReader.read(text(folder, file), apex);
    }

    /// The text with what it includes, and documentation addresses in place of loopback and private
    /// ones.
    private static String text(String folder, String file) {
        try {
            return Files.readString(FOLDER.resolve(folder).resolve(file))
                    .lines()
                    .map(line ->
                            line.startsWith("$INCLUDE ")
                                    ? text(folder, line.substring(9).strip())
                                    : line)
                    .collect(Collectors.joining("\n", "", "\n"))
                    .replace("127.19.11.", "192.0.2.")
                    .replace("172.16.43.", "198.51.100.")
                    .replace("fda1:b2:", "2001:db8:")
                    .replace("fd00:", "2001:db8:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outside outside(Clock clock) {
        var nobody = new Outside(this::resolved, clock);
        return new Outside(
                this::resolved,
                (server, question, _) -> said(server, question),
                nobody.smtp(),
                nobody.https(),
                clock);
    }

    private Answer<Rdata> said(InetAddress server, Question question) {
        return closest(question.name())
                .filter(zone -> zone.addresses().contains(server))
                .findFirst()
                .map(zone -> zone.answer(question, server))
                .orElseGet(() ->
                        new Answer.Failed<>(
                                isThere(server) ? Failure.REFUSED : Failure.TIMEOUT,
                                List.of(),
                                Source.local(IpText.of(server))));
    }

    private boolean isThere(InetAddress server) {
        return served.stream().anyMatch(zone -> zone.addresses().contains(server));
    }

    private Answer<Rdata> resolved(Question question) {
        return closest(question.name())
                .map(zone -> zone.answer(question, zone.addresses().getFirst()))
                .filter(answer -> answer.source().authoritative() && !answer.isFailed())
                .findFirst()
                .orElseGet(() ->
                        new Answer.Failed<>(Failure.SERVFAIL, List.of(), Source.local("resolver")));
    }

    /// The zones that hold a name, closest first, and of these all that are as close.
    private Stream<Served> closest(DnsName name) {
        var holding =
                served.stream()
                        .filter(zone -> name.isWithin(zone.apex()))
                        .sorted(Comparator.comparingInt(zone -> -zone.apex().labels().size()))
                        .toList();
        return holding.stream().takeWhile(zone -> zone.apex().equals(holding.getFirst().apex()));
    }
}
