package posthorn.engine.outside;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/// What was asked of somebody other than a resolver, and what came back. Its text is a section of a
/// transcript: read again by [World] it gives the same answer.
public sealed interface Dialogue {

    /// Begins the section of another resolver than the first.
    String RESOLVER = "$RESOLVER";

    /// Begins the section of a name server.
    String SERVER = "$SERVER";

    /// Behind the address of a name server: these answers came without the mark of authority (AA).
    String NO_AUTHORITY = " no-aa";

    /// Behind the address of a name server: these answers came over a connection, and may differ
    /// from those to datagrams.
    String OVER_TCP = " tcp";

    /// Begins the section of a mail server.
    String SMTP = "$SMTP";

    /// Begins the section of a web server.
    String HTTPS = "$HTTPS";

    /// Begins the section of a registry.
    String RDAP = "$RDAP";

    /// Ends a section.
    String END = "$END";

    /// All questions to another resolver.
    ///
    /// @param number the second is 2
    record WithResolver(int number, List<Transcript.Entry> entries) implements Dialogue {
        public WithResolver {
            entries = List.copyOf(entries);
        }
    }

    /// One question to a name server.
    record WithServer(
            InetAddress server, Transport transport, Question question, Answer<Rdata> answer)
            implements Dialogue {}

    /// The conversation with a mail server.
    record Mail(InetAddress address, SmtpAnswer answer) implements Dialogue {}

    /// The conversation with a web server.
    record Web(URI address, HttpsAnswer answer) implements Dialogue {}

    /// What a registry said about a domain.
    record Registered(DnsName domain, Registration registration) implements Dialogue {}

    /// What tells it from others: who was asked, and what.
    default Object whom() {
        return switch (this) {
            case WithResolver(var number, _) -> number;
            case WithServer(var server, var transport, var question, _) ->
                    List.of(server, transport, question);
            case Mail(var address, _) -> address;
            case Web(var address, _) -> address;
            case Registered(var domain, _) -> domain;
        };
    }

    /// The section.
    default String text() {
        return switch (this) {
            case WithResolver(var number, var entries) ->
                    section(
                            RESOLVER + " " + number,
                            entries.stream()
                                    .flatMap(entry -> entry.text().lines())
                                    .distinct()
                                    .map(line -> line + "\n")
                                    .collect(Collectors.joining()));
            case WithServer(var server, var transport, var question, var answer) ->
                    section(
                            SERVER
                                    + " "
                                    + IpText.of(server)
                                    + (transport == Transport.TCP ? OVER_TCP : "")
                                    + authority(answer),
                            new Transcript.Entry(question, answer).text());
            case Mail(var address, var answer) ->
                    section(SMTP + " " + IpText.of(address), SmtpText.of(answer));
            case Web(var address, var answer) ->
                    section(HTTPS + " " + address, HttpsText.of(answer));
            case Registered(var domain, var registration) ->
                    section(RDAP + " " + domain, RegistrationText.of(registration));
        };
    }

    /// A server that answers without authority has a section of its own for these answers.
    private static String authority(Answer<Rdata> answer) {
        return source(answer).authoritative() || answer.isFailed() ? "" : NO_AUTHORITY;
    }

    private static Source source(Answer<Rdata> answer) {
        return switch (answer) {
            case Answer.Data<Rdata> data -> data.source();
            case Answer.NoData<Rdata> nothing -> nothing.source();
            case Answer.NxDomain<Rdata> missing -> missing.source();
            case Answer.Failed<Rdata> failed -> failed.source();
        };
    }

    private static String section(String head, String lines) {
        return head + "\n" + lines + END + "\n";
    }
}
