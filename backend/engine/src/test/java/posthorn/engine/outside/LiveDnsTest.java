package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.outside.ScriptedServer.answer;
import static posthorn.engine.outside.ScriptedServer.framed;
import static posthorn.engine.outside.ScriptedServer.record;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// S-26 and S-27: what is believed, what is ignored, what is no knowledge.
@Timeout(10)
class LiveDnsTest {

    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final DnsName NAME = DnsName.of("example.org");
    private static final String SPF = "example.org. 300 TXT \"v=spf1 -all\"";

    private static LiveDns dns(InetSocketAddress... servers) {
        return new LiveDns(List.of(servers), PATIENCE, 256);
    }

    private static Answer<Rdata.Text> asked(Function<Message, List<byte[]>> script) {
        try (var server = new ScriptedServer(script)) {
            return dns(server.address()).txt(NAME);
        }
    }

    private static Answer<Rdata.Text> answered(Function<Message, Message> script) {
        return asked(query -> List.of(script.apply(query).toWire()));
    }

    private static Message good(Message query) {
        return answer(query, Rcode.NOERROR, SPF);
    }

    private static void isGood(Answer<Rdata.Text> answer) {
        assertThat(answer.records()).extracting(Rdata.Text::joined).containsExactly("v=spf1 -all");
    }

    private static void failed(Answer<?> answer, Failure failure) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, f -> assertThat(f.failure()).isEqualTo(failure));
    }

    @Test
    void tellsTtlServerFlagsAndTime() {
        try (var server =
                new ScriptedServer(query -> {
                    var message = good(query);
                    message.getHeader().setFlag(Flags.AA);
                    message.getHeader().setFlag(Flags.AD);
                    return List.of(message.toWire());
                })) {

            var answer = dns(server.address()).txt(NAME);

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Data.class,
                            data -> {
                                assertThat(data.ttl()).isEqualTo(300);
                                assertThat(data.secure()).isTrue();
                            });
            assertThat(answer.source().server()).isEqualTo(ServerText.of(server.address()));
            assertThat(answer.source().authoritative()).isTrue();
            assertThat(answer.source().took()).isBetween(Duration.ofNanos(1), PATIENCE);
        }
    }

    @Test
    void asksWithRecursionAndAdAndEdns() {
        try (var server = new ScriptedServer(query -> List.of(good(query).toWire()))) {

            dns(server.address()).txt(NAME);

            var query = server.queries().getFirst();
            assertThat(query.getHeader().getFlag(Flags.RD)).isTrue();
            assertThat(query.getHeader().getFlag(Flags.AD)).isTrue();
            assertThat(query.getHeader().getFlag(Flags.CD)).isFalse();
            assertThat(query.getOPT().getPayloadSize()).isEqualTo(1232);
        }
    }

    @Test
    void asksForSignaturesWithDoAndCd() {
        var signature =
                "example.org. 300 RRSIG TXT 13 2 300 20261215000000 20261117000000 1 example.org. AQID";
        var other =
                "example.org. 300 RRSIG MX 13 2 300 20261215000000 20261117000000 1 example.org. AQID";
        try (var server =
                new ScriptedServer(query -> {
                    var message = answer(query, Rcode.NOERROR, SPF, signature, other);
                    message.getHeader().setFlag(Flags.AD);
                    return List.of(message.toWire());
                })) {

            var answer = dns(server.address()).ask(Question.signed(NAME, RecordType.TXT));

            var query = server.queries().getFirst();
            assertThat(query.getHeader().getFlag(Flags.CD)).isTrue();
            assertThat(query.getOPT().getFlags() & ExtendedFlags.DO).isNotZero();
            assertThat(answer.records())
                    .extracting(Rdata::toString)
                    .containsExactly(
                            "v=spf1 -all", signature.substring("example.org. 300 RRSIG ".length()));
            assertThat(answer.isSecure()).isFalse();
        }
    }

    @Test
    void asksForRecordsWithoutSignatures() {
        try (var server = new ScriptedServer(query -> List.of(good(query).toWire()))) {

            dns(server.address()).txt(NAME);

            assertThat(server.queries().getFirst().getOPT().getFlags()).isZero();
        }
    }

    @Test
    void aFailureOfSignaturesIsAskedOnce() {
        try (var server =
                new ScriptedServer(query -> List.of(answer(query, Rcode.SERVFAIL).toWire()))) {

            var answer = dns(server.address()).ask(Question.signed(NAME, RecordType.TXT));

            failed(answer, Failure.SERVFAIL);
            assertThat(server.queries()).hasSize(1);
        }
    }

    @Test
    void asksEachTimeWithAnotherId() {
        try (var server = new ScriptedServer(query -> List.of(good(query).toWire()))) {
            var dns = dns(server.address());

            for (int i = 0; i < 8; i++) {
                dns.txt(NAME);
            }

            assertThat(server.queries().stream().map(q -> q.getHeader().getID()).distinct())
                    .hasSizeGreaterThan(4);
        }
    }

    @Test
    void ignoresPacketsThatDoNotFitAndWaitsOn() {
        UnaryOperator<byte[]> otherId =
                bytes -> {
                    bytes[0] ^= 1;
                    return bytes;
                };

        var answer =
                asked(query -> {
                    var forged = answer(query, 0, "example.org. 300 TXT \"forged\"").toWire();
                    var other = new Message(query.getHeader().getID());
                    other.getHeader().setFlag(Flags.QR);
                    other.addRecord(record("example.net. 0 TXT \"forged\""), Section.QUESTION);
                    return List.of(
                            otherId.apply(forged),
                            other.toWire(),
                            new byte[0],
                            new byte[] {1, 2, 3},
                            query.toWire(),
                            good(query).toWire());
                });

        isGood(answer);
    }

    @Test
    void ignoresAnotherSource() throws IOException {
        try (var stranger = new DatagramSocket(0, ScriptedServer.loopback());
                var real = new DatagramSocket(0, ScriptedServer.loopback())) {
            var thread =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    var packet = new DatagramPacket(new byte[4096], 4096);
                                    real.receive(packet);
                                    var query =
                                            new Message(
                                                    Arrays.copyOf(
                                                            packet.getData(), packet.getLength()));
                                    var forged =
                                            answer(query, 0, "example.org. 1 TXT \"forged\"")
                                                    .toWire();
                                    var to = packet.getSocketAddress();
                                    stranger.send(new DatagramPacket(forged, forged.length, to));
                                    var right = good(query).toWire();
                                    real.send(new DatagramPacket(right, right.length, to));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });

            var answer = dns(new InetSocketAddress(real.getLocalAddress(), real.getLocalPort()));

            isGood(answer.txt(NAME));
            assertThat(thread).isNotNull();
        }
    }

    @Test
    void acceptsTheQuestionInOtherCase() {
        isGood(
                answered(query -> {
                    var message = new Message(query.getHeader().getID());
                    message.getHeader().setFlag(Flags.QR);
                    message.addRecord(
                            org.xbill.DNS.Record.newRecord(
                                    record("EXAMPLE.org. 0 TXT x").getName(), 16, 1),
                            Section.QUESTION);
                    message.addRecord(
                            record("Example.ORG. 300 TXT \"v=spf1 -all\""), Section.ANSWER);
                    return message;
                }));
    }

    @Test
    void anEchoIsNoAnswer() {
        failed(asked(query -> List.of(query.toWire())), Failure.MALFORMED);
    }

    @Test
    void foreignOwnersAreNoAnswer() {
        failed(
                answered(query -> answer(query, 0, "example.net. 300 TXT \"v=spf1 +all\"")),
                Failure.MALFORMED);
    }

    @Test
    void extraRecordsAreIgnored() {
        isGood(
                answered(query -> {
                    var message = good(query);
                    message.addRecord(record("example.net. 5 TXT \"extra\""), Section.ANSWER);
                    message.addRecord(record("example.org. 5 TXT \"extra\""), Section.ADDITIONAL);
                    return message;
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c00c 0010 0001 0000012c", // ends before the data
                "c01d 0010 0001 0000012c 0004 03616263", // a pointer to itself
                "c0ff 0010 0001 0000012c 0004 03616263", // a pointer beyond the end
                "c00c 0010 0001 0000012c ffff 03616263", // longer than the packet
                "c00c 0010 0001 0000012c 0004 ff616263", // a string longer than its record
                "3f61 0010 0001 0000012c 0004 03616263", // a label longer than the packet
                "8161 0010 0001 0000012c 0004 03616263" // a reserved kind of label
            })
    void wireFaultsAreMalformed(String hex) {
        var tail = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));

        var answer =
                asked(query -> {
                    var head = answer(query, 0).toWire();
                    head[7] = 1;
                    var packet = Arrays.copyOf(head, head.length + tail.length);
                    System.arraycopy(tail, 0, packet, head.length, tail.length);
                    return List.of(packet);
                });

        failed(answer, Failure.MALFORMED);
    }

    @Test
    void survivesMutatedPackets() {
        long seed = System.nanoTime();
        var random = new java.util.Random(seed);
        var query =
                new WireQuery(
                        7,
                        Wire.name(NAME).orElseThrow(),
                        RecordType.TXT,
                        true,
                        WireQuery.To.RESOLVER);
        for (int i = 0; i < 20_000; i++) {
            var reply = answer(parsed(query.bytes()), 0, SPF, "example.org. 1 CNAME a.example.");
            var packet = reply.toWire();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            packet = Arrays.copyOf(packet, random.nextInt(packet.length + 8));

            var fit = query.fit(packet);
            var read = WireQuery.read(packet);
            if (fit == WireQuery.Fit.ANSWER && read instanceof Reply.Said(var message)) {
                assertThat(Reading.of(message, query.name(), query.type()).end())
                        .as("seed %d", seed)
                        .isNotNull();
            }
        }
    }

    private static Message parsed(byte[] bytes) {
        try {
            return new Message(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<byte[]> truncated(Message query) {
        var message = answer(query, 0);
        message.getHeader().setFlag(Flags.TC);
        return List.of(message.toWire());
    }

    private static Answer<Rdata.Text> overTcp(ScriptedServer.Stream stream) {
        try (var server = new ScriptedServer(LiveDnsTest::truncated, stream)) {
            return dns(server.address()).txt(NAME);
        }
    }

    @Test
    void truncationLeadsToTcp() {
        isGood(
                overTcp((query, socket) ->
                        socket.getOutputStream().write(framed(good(query).toWire()))));
    }

    @Test
    void anAnswerThatStaysTruncatedIsMalformed() {
        failed(
                overTcp((query, socket) ->
                        socket.getOutputStream().write(framed(truncated(query).getFirst()))),
                Failure.MALFORMED);
    }

    @Test
    void aForeignAnswerOverTcpIsMalformed() {
        failed(
                overTcp((query, socket) -> {
                    var bytes = good(query).toWire();
                    bytes[0] ^= 1;
                    socket.getOutputStream().write(framed(bytes));
                }),
                Failure.MALFORMED);
    }

    @Test
    void aConnectionThatEndsEarlyIsSilence() {
        failed(
                overTcp((query, socket) ->
                        socket.getOutputStream().write(framed(good(query).toWire()), 0, 20)),
                Failure.TIMEOUT);
    }

    @Test
    void aDrippingConnectionIsCutAtTheDeadline() {
        var begun = System.nanoTime();

        var answer =
                overTcp((query, socket) -> {
                    for (var b : framed(good(query).toWire())) {
                        socket.getOutputStream().write(b);
                        pause();
                    }
                });

        failed(answer, Failure.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(PATIENCE.multipliedBy(5));
    }

    /// Half a patience, without sleeping.
    private static void pause() throws IOException {
        try {
            new CountDownLatch(1).await(PATIENCE.toMillis() / 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aHangingConnectionDelaysNoOther() throws Exception {
        var hanging = new CountDownLatch(1);
        ScriptedServer.Stream stream =
                (query, socket) -> {
                    if (query.getQuestion().getName().toString().startsWith("hang")) {
                        hanging.countDown();
                        hang(socket);
                    } else {
                        socket.getOutputStream().write(framed(good(query).toWire()));
                    }
                };
        try (var server = new ScriptedServer(LiveDnsTest::truncated, stream);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new LiveDns(List.of(server.address()), Duration.ofMillis(800), 256);
            var hung = threads.submit(() -> slow.txt(DnsName.of("hang.example.org")));
            assertThat(hanging.await(2, TimeUnit.SECONDS)).isTrue();
            var begun = System.nanoTime();

            isGood(slow.txt(NAME));

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(400));
            assertThat(hung.isDone()).isFalse();
            server.cut();
            assertThat(hung.get().isFailed()).isTrue();
        }
    }

    private static void hang(Socket socket) throws IOException {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aLostFirstTryIsRepeated() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();

        isGood(
                asked(query ->
                        asked.incrementAndGet() == 1 ? List.of() : List.of(good(query).toWire())));
    }

    @Test
    void silenceIsATimeOutAfterTwoTries() {
        try (var server = new ScriptedServer(_ -> List.of())) {

            failed(dns(server.address()).txt(NAME), Failure.TIMEOUT);

            assertThat(server.queries()).hasSize(2);
        }
    }

    @Test
    void aClosedPortIsATimeOutAtOnce() {
        var server = new ScriptedServer(_ -> List.of());
        var address = server.address();
        server.close();

        failed(new LiveDns(List.of(address), Duration.ofSeconds(9), 1).txt(NAME), Failure.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVFAIL, SERVFAIL",
        "REFUSED, REFUSED",
        "NOTIMP, REFUSED",
        "FORMERR, MALFORMED",
        "NOTAUTH, SERVFAIL"
    })
    void errorsAreNoKnowledge(String rcode, Failure failure) {
        failed(answered(query -> answer(query, Rcode.value(rcode))), failure);
    }

    @Test
    void missingIsMissing() {
        assertThat(answered(query -> answer(query, Rcode.NXDOMAIN)))
                .isInstanceOf(Answer.NxDomain.class);
    }

    @Test
    void nothingIsNoDataWithOrWithoutSoa() {
        var soa = "example.org. 60 SOA ns.example.org. a.example.org. 1 2 3 4 5";

        assertThat(answered(query -> answer(query, Rcode.NOERROR)))
                .isInstanceOf(Answer.NoData.class);
        assertThat(
                        answered(query -> {
                            var message = answer(query, Rcode.NOERROR);
                            message.addRecord(record(soa), Section.AUTHORITY);
                            return message;
                        }))
                .isInstanceOf(Answer.NoData.class);
    }

    @ParameterizedTest
    @CsvSource({"NOERROR, 60, 900, 60", "NOERROR, 900, 60, 60", "NXDOMAIN, 300, 20, 20"})
    void nothingHoldsForAsLongAsTheSoaSays(String rcode, long ttl, long minimum, long told) {
        var soa =
                "example.org. %d SOA ns.example.org. a.example.org. 1 2 3 4 %d"
                        .formatted(ttl, minimum);

        var answer =
                answered(query -> {
                    var message = answer(query, Rcode.value(rcode));
                    message.addRecord(record(soa), Section.AUTHORITY);
                    return message;
                });

        assertThat(answer.isVoid()).isTrue();
        assertThat(lifetime(answer)).isEqualTo(told);
        assertThat(lifetime(replayed(answer))).isEqualTo(told);
    }

    @Test
    void withoutSoaNothingHoldsForNoTime() {
        assertThat(lifetime(answered(query -> answer(query, Rcode.NXDOMAIN)))).isZero();
    }

    @Test
    void anAliasOfShortLifeShortensWhatItLeadsTo() {
        var answer =
                answered(query -> {
                    var alias = "example.org. 30 CNAME a.example.net.";
                    var message = answer(query, Rcode.NXDOMAIN, alias);
                    var soa = "example.net. 600 SOA ns.example.net. a.example.net. 1 2 3 4 600";
                    message.addRecord(record(soa), Section.AUTHORITY);
                    return message;
                });

        assertThat(lifetime(answer)).isEqualTo(30);
    }

    private static long lifetime(Answer<?> answer) {
        return switch (answer) {
            case Answer.NoData<?>(_, var ttl, _) -> ttl;
            case Answer.NxDomain<?>(_, var ttl, _) -> ttl;
            case Answer.Data<?> _, Answer.Failed<?> _ -> throw new AssertionError(answer);
        };
    }

    /// What the transcript of the answer says.
    private static Answer<Rdata> replayed(Answer<Rdata.Text> answer) {
        var question = new Question(NAME, RecordType.TXT);
        var entry = new Transcript.Entry(question, answer.map(Rdata.class::cast));
        var text = new Transcript(List.of(entry)).text();
        return new ZoneDns(ZoneReader.read(text)).ask(question);
    }

    @Test
    void aReferralIsNoKnowledge() {
        failed(
                answered(query -> {
                    var message = answer(query, Rcode.NOERROR);
                    message.getHeader().unsetFlag(Flags.RA);
                    message.addRecord(record("org. 60 NS a.example."), Section.AUTHORITY);
                    return message;
                }),
                Failure.SERVFAIL);
    }

    @Test
    void theHeaderAloneIsEnoughForAnError() {
        failed(
                asked(query -> {
                    var bytes = answer(query, Rcode.REFUSED).toWire();
                    bytes[5] = 0;
                    return List.of(Arrays.copyOf(bytes, 12));
                }),
                Failure.REFUSED);
    }

    @Test
    void asksWithoutEdnsWhereItIsUnknown() {
        isGood(
                answered(query ->
                        query.getOPT() == null ? good(query) : answer(query, Rcode.FORMERR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVFAIL", "REFUSED"})
    void aFailureIsPutToTheNextServerBeforeItCounts(String rcode) {
        try (var first = new ScriptedServer(q -> List.of(answer(q, Rcode.value(rcode)).toWire()));
                var second = new ScriptedServer(q -> List.of(good(q).toWire()))) {

            isGood(dns(first.address(), second.address()).txt(NAME));
        }
    }

    @Test
    void theSecondTryGoesToAnotherServer() {
        try (var first = new ScriptedServer(_ -> List.of());
                var second = new ScriptedServer(q -> List.of(good(q).toWire()))) {

            isGood(dns(first.address(), second.address()).txt(NAME));

            assertThat(first.queries()).hasSize(1);
        }
    }

    @Test
    void twoSilentServersAreEnough() {
        try (var silent = new ScriptedServer(_ -> List.of());
                var third = new ScriptedServer(q -> List.of(good(q).toWire()))) {

            failed(
                    dns(silent.address(), silent.address(), third.address()).txt(NAME),
                    Failure.TIMEOUT);
        }
    }

    @Test
    void dataWithoutValidationOnlyIsBogus() {
        failed(
                answered(query ->
                        query.getHeader().getFlag(Flags.CD)
                                ? good(query)
                                : answer(query, Rcode.SERVFAIL)),
                Failure.BOGUS);
    }

    @Test
    void aServerThatHasRecoveredAccusesNobody() {
        var failures = new AtomicInteger();

        isGood(
                answered(query ->
                        failures.getAndIncrement() == 0
                                ? answer(query, Rcode.SERVFAIL)
                                : good(query)));
    }

    @Test
    void followsAliasesInsideOneAnswer() {
        var answer =
                answered(query ->
                        answer(
                                query,
                                0,
                                "b.example. 20 TXT \"x\"",
                                "example.org. 60 CNAME a.example.",
                                "a.example. 10 CNAME b.example."));

        assertThat(answer.aliases())
                .containsExactly(DnsName.of("a.example"), DnsName.of("b.example"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Data.class, data -> assertThat(data.ttl()).isEqualTo(10));
    }

    private static Message chain(Message query, int length) {
        var name = query.getQuestion().getName().toString();
        int at = name.startsWith("a") ? Integer.parseInt(name.substring(1, name.indexOf('.'))) : 0;
        return at == length
                ? answer(query, 0, name + " 5 TXT \"x\"")
                : answer(query, 0, "%s 60 CNAME a%d.example.".formatted(name, at + 1));
    }

    @Test
    void asksOnWhenAnAnswerStopsAtAnAlias() {
        var answer = answered(query -> chain(query, 8));

        assertThat(answer.records()).hasSize(1);
        assertThat(answer.aliases()).hasSize(8);
    }

    @Test
    void nineAliasesAreTooMany() {
        failed(answered(query -> chain(query, 9)), Failure.SERVFAIL);
    }

    @Test
    void loopsOfAliasesFail() {
        failed(
                answered(query -> answer(query, 0, "example.org. 60 CNAME example.org.")),
                Failure.SERVFAIL);
        failed(
                answered(query -> {
                    var name = query.getQuestion().getName().toString();
                    var other = name.equals("b.example.") ? "example.org." : "b.example.";
                    return answer(query, 0, name + " 60 CNAME " + other);
                }),
                Failure.SERVFAIL);
    }

    @Test
    void aMissingTargetKeepsTheAliases() {
        var answer =
                answered(query ->
                        answer(query, Rcode.NXDOMAIN, "example.org. 60 CNAME gone.example."));

        assertThat(answer).isInstanceOf(Answer.NxDomain.class);
        assertThat(answer.aliases()).containsExactly(DnsName.of("gone.example"));
    }

    @Test
    void anAliasToANameWithoutTheTypeIsNoData() {
        var answer =
                answered(query -> {
                    var message = answer(query, 0, "example.org. 60 CNAME b.example.");
                    var soa = "example. 60 SOA ns.example. a.example. 1 2 3 4 5";
                    message.addRecord(record(soa), Section.AUTHORITY);
                    return message;
                });

        assertThat(answer).isInstanceOf(Answer.NoData.class);
        assertThat(answer.aliases()).containsExactly(DnsName.of("b.example"));
    }

    @Test
    void anAliasAskedForItselfIsNotFollowed() {
        try (var server =
                new ScriptedServer(query ->
                        List.of(answer(query, 0, "example.org. 60 CNAME b.example.").toWire()))) {

            assertThat(dns(server.address()).cname(NAME).records())
                    .containsExactly(DnsName.of("b.example"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a..example.org",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.org"
            })
    void namesNoMessageCanHoldAreNotAsked(String name) {
        try (var server = new ScriptedServer(query -> List.of(good(query).toWire()))) {

            assertThat(dns(server.address()).txt(DnsName.of(name)))
                    .isInstanceOf(Answer.NxDomain.class);

            assertThat(server.queries()).isEmpty();
        }
    }

    @Test
    void twoThousandAtOnceAreAllAnswered() throws Exception {
        var zone = new ZoneDns(ZoneReader.read("*.example.org. 60 TXT \"x\""));
        try (var server =
                        DnsServer.start(new InetSocketAddress(ScriptedServer.loopback(), 0), zone);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var dns = new LiveDns(List.of(server.address()), Duration.ofSeconds(2), 64);

            var answers =
                    java.util.stream.IntStream.range(0, 2000)
                            .mapToObj(i -> DnsName.of("n" + i + ".example.org"))
                            .map(name -> threads.submit(() -> dns.txt(name)))
                            .toList();

            for (var answer : answers) {
                assertThat(answer.get().records()).hasSize(1);
            }
        }
    }
}
