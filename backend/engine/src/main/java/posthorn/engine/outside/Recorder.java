package posthorn.engine.outside;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps everything that is asked of an outside, and its answers.
public final class Recorder {

    private record ToServer(InetAddress server, Question question, Transport transport) {}

    private final RecordingDns dns;
    private final List<RecordingDns> others;
    private final Map<ToServer, Answer<Rdata>> servers = kept();
    private final Map<InetAddress, SmtpAnswer> smtp = kept();
    private final Map<URI, HttpsAnswer> https = kept();
    private final Map<DnsName, Registration> registered = kept();
    private final Outside below;

    /// Keeps what `below` is asked and answers.
    public Recorder(Outside below) {
        this.below = below;
        this.dns = new RecordingDns(below.dns());
        this.others = below.others().stream().map(RecordingDns::new).toList();
    }

    private static <K, V> Map<K, V> kept() {
        return Collections.synchronizedMap(new LinkedHashMap<>());
    }

    /// The outside to ask.
    public Outside outside() {
        return new Outside(
                dns,
                List.copyOf(others),
                this::server,
                this::greet,
                this::get,
                this::registered,
                below.clock());
    }

    private Answer<Rdata> server(InetAddress server, Question question, Transport transport) {
        var answer = below.servers().ask(server, question, transport);
        servers.putIfAbsent(new ToServer(server, question, transport), answer);
        return answer;
    }

    private SmtpAnswer greet(InetAddress address, DnsName host) {
        var answer = below.smtp().greet(address, host);
        smtp.putIfAbsent(address, answer);
        return answer;
    }

    private HttpsAnswer get(URI address) {
        var answer = below.https().get(address);
        https.putIfAbsent(address, answer);
        return answer;
    }

    /// A registry that is not asked leaves no trace.
    private Registration registered(DnsName domain) {
        var registration = below.registry().of(domain);
        if (!registration.equals(new Registration.Unknown(Registration.Why.NOT_ASKED))) {
            registered.putIfAbsent(domain, registration);
        }
        return registration;
    }

    /// What was asked so far.
    public Transcript transcript() {
        return new Transcript(dns.transcript().entries(), dialogues());
    }

    private List<Dialogue> dialogues() {
        var dialogues = new ArrayList<Dialogue>();
        for (int i = 0; i < others.size(); i++) {
            var asked = others.get(i).transcript().entries();
            if (!asked.isEmpty()) {
                dialogues.add(new Dialogue.WithResolver(i + 2, asked));
            }
        }
        synchronized (servers) {
            servers.forEach((to, answer) ->
                    dialogues.add(
                            new Dialogue.WithServer(
                                    to.server(), to.transport(), to.question(), answer)));
        }
        synchronized (smtp) {
            smtp.forEach((address, answer) -> dialogues.add(new Dialogue.Mail(address, answer)));
        }
        synchronized (https) {
            https.forEach((address, answer) -> dialogues.add(new Dialogue.Web(address, answer)));
        }
        synchronized (registered) {
            registered.forEach((domain, registration) ->
                    dialogues.add(new Dialogue.Registered(domain, registration)));
        }
        return dialogues;
    }
}
