package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class LiveServersTest {

    private static final InetAddress ADDRESS = IpText.four("192.0.2.53").orElseThrow();
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final DnsName NAME = DnsName.of("example.org");

    private static LiveServers servers(ScriptedServer server) {
        return new LiveServers(
                Routes.only(Map.of(new InetSocketAddress(ADDRESS, 53), server.address())), SHORT);
    }

    private static Answer<Rdata> answer(RecordType type, UnaryOperator<Message> script) {
        try (var server = new ScriptedServer(query -> List.of(reply(query, script).toWire()))) {
            return servers(server).ask(ADDRESS, new Question(NAME, type));
        }
    }

    private static Message reply(Message query, UnaryOperator<Message> script) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return script.apply(reply);
    }

    private static Message with(Message message, int section, String owner, int type, String data) {
        try {
            var name = Name.fromString(owner);
            message.addRecord(
                    Record.fromString(name, type, DClass.IN, 300, data, Name.root), section);
            return message;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message authoritative(Message message) {
        message.getHeader().setFlag(Flags.AA);
        return message;
    }

    @Test
    void askWithoutRecursion() {
        try (var server =
                new ScriptedServer(
                        query -> List.of(reply(query, LiveServersTest::authoritative).toWire()))) {
            var answer = servers(server).ask(ADDRESS, new Question(NAME, RecordType.MX));

            var header = server.queries().getFirst().getHeader();
            assertThat(header.getFlag(Flags.RD)).isFalse();
            assertThat(header.getFlag(Flags.AD)).isFalse();
            assertThat(answer).isInstanceOf(Answer.NoData.class);
        }
    }

    @Test
    void tellWhetherTheServerHasAuthority() {
        UnaryOperator<Message> ns =
                m -> with(m, Section.ANSWER, "example.org.", Type.NS, "ns.example.org.");

        var own = (Answer.Data<Rdata>) answer(RecordType.NS, m -> ns.apply(authoritative(m)));
        var lame = (Answer.Data<Rdata>) answer(RecordType.NS, ns);

        assertThat(own.source().authoritative()).isTrue();
        assertThat(own.source().server()).isEqualTo("192.0.2.53");
        assertThat(lame.source().authoritative()).isFalse();
    }

    @Test
    void takeAReferralForTheAnswerAboutItsOwnNameServers() {
        UnaryOperator<Message> referral =
                m -> with(m, Section.AUTHORITY, "example.org.", Type.NS, "ns.example.org.");

        var delegation = answer(RecordType.NS, referral);

        assertThat(delegation.records())
                .containsExactly(new Rdata.Target(DnsName.of("ns.example.org")));
        assertThat(((Answer.Data<Rdata>) delegation).source().authoritative()).isFalse();
        assertThat(failure(answer(RecordType.SOA, referral))).isEqualTo(Failure.SERVFAIL);
        assertThat(
                        failure(
                                answer(
                                        RecordType.NS,
                                        m ->
                                                with(
                                                        m,
                                                        Section.AUTHORITY,
                                                        "org.",
                                                        Type.NS,
                                                        "ns.example.org."))))
                .isEqualTo(Failure.SERVFAIL);
    }

    private static Failure failure(Answer<Rdata> answer) {
        return ((Answer.Failed<Rdata>) answer).failure();
    }

    @Test
    void passOnRefusals() {
        var refused =
                answer(
                        RecordType.SOA,
                        m -> {
                            m.getHeader().setRcode(Rcode.REFUSED);
                            return m;
                        });

        assertThat(failure(refused)).isEqualTo(Failure.REFUSED);
    }

    @Test
    void askASilentServerTwice() {
        try (var server = new ScriptedServer(_ -> List.of())) {
            var answer = servers(server).ask(ADDRESS, new Question(NAME, RecordType.SOA));

            assertThat(failure(answer)).isEqualTo(Failure.TIMEOUT);
            assertThat(server.queries()).hasSize(2);
        }
    }

    @Test
    void followAnAliasAsFarAsTheServerKnows() {
        var answer =
                answer(
                        RecordType.A,
                        m ->
                                m.getQuestion().getName().toString().equals("example.org.")
                                        ? with(
                                                authoritative(m),
                                                Section.ANSWER,
                                                "example.org.",
                                                Type.CNAME,
                                                "www.example.net.")
                                        : refused(m));

        assertThat(failure(answer)).isEqualTo(Failure.REFUSED);
        assertThat(answer.aliases()).containsExactly(DnsName.of("www.example.net"));
    }

    private static Message refused(Message message) {
        message.getHeader().setRcode(Rcode.REFUSED);
        return message;
    }

    @Test
    void askOverTcpFromTheStart() {
        ScriptedServer.Stream stream =
                (query, socket) ->
                        socket.getOutputStream()
                                .write(
                                        ScriptedServer.framed(
                                                authoritative(reply(query, m -> m)).toWire()));
        try (var server = new ScriptedServer(_ -> List.of(), stream)) {
            var answer =
                    servers(server).ask(ADDRESS, new Question(NAME, RecordType.SOA), Transport.TCP);

            assertThat(answer).isInstanceOf(Answer.NoData.class);
            assertThat(answer.source().authoritative()).isTrue();
            assertThat(server.queries()).hasSize(1);
        }
    }

    @Test
    void tryAConnectionTwice() {
        try (var server = new ScriptedServer(_ -> List.of())) {
            var answer =
                    servers(server).ask(ADDRESS, new Question(NAME, RecordType.SOA), Transport.TCP);

            assertThat(failure(answer)).isEqualTo(Failure.TIMEOUT);
            assertThat(server.queries()).hasSize(2);
        }
    }

    @Test
    void connectToNobodyInside() {
        var answer =
                new LiveServers(Routes.internet())
                        .ask(ScriptedServer.loopback(), new Question(NAME, RecordType.SOA));

        assertThat(failure(answer)).isEqualTo(Failure.TIMEOUT);
    }
}
