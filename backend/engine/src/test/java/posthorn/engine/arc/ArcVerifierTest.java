package posthorn.engine.arc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.OctetSink;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Source;
import posthorn.engine.signature.BodyHashes;
import posthorn.engine.signature.Canonicalization;
import posthorn.engine.signature.Lab;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.TestSigner;

class ArcVerifierTest {

    private static final long NOW = 1_795_000_000;
    private static final TestSigner LIST = TestSigner.rsa("lists.example.org", "rsa");
    private static final TestSigner FORWARDER = TestSigner.ed25519("example.net", "ed");
    private static final Dns DNS = TestSigner.dns(LIST, FORWARDER);
    private static final String TAGS = "c=relaxed/relaxed; h=From:Subject; t=1000";
    private static final String RESULTS = "mx.example.org; dkim=pass header.d=example.org";
    private static final String HEADER = "From: alice@example.org\r\nSubject: Hello\r\n";
    private static final String BODY = "Hello Bob\r\n";
    private static final String ONE = LIST.arc(1, "none", RESULTS, TAGS, HEADER, BODY);
    private static final String TWO = FORWARDER.arc(2, "pass", RESULTS, TAGS, ONE, BODY);
    private static final String THREE = LIST.arc(3, "pass", RESULTS, TAGS, TWO, BODY);

    @Test
    void findsNoChain() {
        var chain = chain(HEADER);

        assertThat(chain.status()).isEqualTo(ChainStatus.NONE);
        assertThat(chain.reason()).isEqualTo(ChainReason.NO_SETS);
        assertThat(chain.oldestPass()).isEmpty();
    }

    @Test
    void holdsWithRsaAndEd25519() {
        var chain = chain(THREE);

        assertThat(chain.status()).isEqualTo(ChainStatus.PASS);
        assertThat(chain.oldestPass()).hasValue(ArcChain.ALL);
        assertThat(chain.sets()).extracting(ArcSet::instance).containsExactly(1, 2, 3);
    }

    @Test
    void showsWhoSealedWhat() {
        var set = chain(TWO).sets().getLast();

        assertThat(set.domain()).isEqualTo("example.net");
        assertThat(set.selector()).isEqualTo("ed");
        assertThat(set.claimedStatus()).isEqualTo("pass");
        assertThat(set.signedAt()).hasValue(1000);
        assertThat(set.sealedAt()).isEmpty();
        assertThat(set.claims().field().authservId()).isEqualTo("mx.example.org");
        assertThat(set.claims().field().of("dkim")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relaxed/simple", "simple/relaxed", "simple/simple", "relaxed/relaxed"})
    void holdsInEachCanonicalization(String c) {
        var tags = TAGS.replace("relaxed/relaxed", c);
        var one = FORWARDER.arc(1, "none", RESULTS, tags, HEADER, BODY);

        assertThat(chain(one).reason()).isEqualTo(ChainReason.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        // What is changed in the header of three sets, and what that makes of them.
        "alice@example.org, charlie@example.org, MESSAGE_SIGNATURE, 3",
        "i=2; mx.example.org, i=2; mx.example.com, SEAL, 2",
        "cv=none, cv=fail, SEALED_AS_FAILED, 1",
        "cv=none, cv=pass, STATUS, 1",
        "cv=none, cv=, STATUS, 1",
        "cv=none, CV=none, STATUS, 1",
        "i=1; mx., i=0; mx., INSTANCE, 0",
        "i=1; mx., i=51; mx., INSTANCE, 0",
        "i=1; mx., mx., INSTANCE, 0",
        "i=1; mx., i=1 mx., INSTANCE, 0",
        "ARC-Message-Signature: i=2, ARC-Message-Signature: i=x, INSTANCE, 0",
        "ARC-Message-Signature: i=2, ARC-Message-Signature: i=51, TOO_MANY_SETS, 51",
        "ARC-Message-Signature: i=2, ARC-Message-Signature: i=3, INCOMPLETE, 2",
        "ARC-Message-Signature: i=2, X-Was: i=2, INCOMPLETE, 2",
        "ARC-Message-Signature: i=2, 'ARC-Seal: i=2; cv=pass~ARC-Message-Signature: i=2', "
                + "DUPLICATE, 2",
        "ARC-Seal: i=2; a=ed25519, ARC-Seal: i=2; h=from; a=ed25519, SEAL, 2",
        "ARC-Seal: i=2; a=ed25519-sha256, ARC-Seal: i=2; a=rsa-sha1, SEAL, 2",
        "h=From:Subject, h=From:Subject:ARC-Seal, MESSAGE_SIGNATURE, 3",
    })
    void saysWhatBroke(String found, String replacement, ChainReason reason, int instance) {
        var changed = THREE.replace(found, replacement.replace("~", "\r\n"));

        var chain = chain(changed);

        assertThat(chain.reason()).isEqualTo(reason);
        assertThat(chain.status()).isEqualTo(ChainStatus.FAIL);
        assertThat(chain.instance()).isEqualTo(instance);
    }

    @Test
    void findsAGap() {
        var four = LIST.arc(4, "pass", RESULTS, TAGS, TWO, BODY);

        assertThat(chain(four).reason()).isEqualTo(ChainReason.GAP);
        assertThat(chain(four).instance()).isEqualTo(3);
        assertThat(chain(four).sets())
                .allMatch(set -> set.message().reason() == Reason.NOT_TRIED)
                .hasSize(3);
    }

    @Test
    void findsThatTheFirstIsMissing() {
        var two = LIST.arc(2, "pass", RESULTS, TAGS, HEADER, BODY);

        assertThat(chain(two).reason()).isEqualTo(ChainReason.GAP);
        assertThat(chain(two).instance()).isEqualTo(1);
    }

    @Test
    void knowsWhereTheMessageWasChanged() {
        var changed = ONE.replace("Subject: Hello", "Subject: [list] Hello");
        var two = FORWARDER.arc(2, "pass", RESULTS, TAGS, changed, BODY);
        var three = LIST.arc(3, "pass", RESULTS, TAGS, two, BODY);

        var chain = chain(three);

        assertThat(chain.status()).isEqualTo(ChainStatus.PASS);
        assertThat(chain.oldestPass()).hasValue(2);
        assertThat(chain.sets())
                .extracting(set -> set.message().reason())
                .containsExactly(Reason.SIGNATURE, Reason.HOLDS, Reason.HOLDS);
    }

    @Test
    void isBrokenByAnotherBody() {
        var chain = chain(TWO, "Hello Charlie\r\n", DNS);

        assertThat(chain.reason()).isEqualTo(ChainReason.MESSAGE_SIGNATURE);
        assertThat(chain.oldestPass()).isEmpty();
        assertThat(chain.sets().getLast().message().reason()).isEqualTo(Reason.BODY_HASH);
    }

    @Test
    void countsToFifty() {
        assertThat(chain(sealedTimes(50)).reason()).isEqualTo(ChainReason.HOLDS);
        assertThat(chain(sealedTimes(51)).reason()).isEqualTo(ChainReason.TOO_MANY_SETS);
    }

    private static String sealedTimes(int times) {
        var header = HEADER;
        for (int i = 1; i <= times; i++) {
            header = FORWARDER.arc(i, i == 1 ? "none" : "pass", RESULTS, TAGS, header, BODY);
        }
        return header;
    }

    @Test
    void isUnknownWhileTheDnsIsSilent() {
        var chain = chain(TWO, BODY, Lab.silent());

        assertThat(chain.status()).isEqualTo(ChainStatus.UNKNOWN);
        assertThat(chain.reason()).isEqualTo(ChainReason.KEY_SILENT);
        assertThat(chain.oldestPass()).isEmpty();
    }

    @Test
    void isUnknownWhileOneKeyIsSilent() {
        Dns dns =
                question ->
                        question.name().equals(LIST.keyName())
                                ? new Answer.Failed<>(
                                        Failure.SERVFAIL, List.of(), Source.local("test"))
                                : DNS.ask(question);

        assertThat(chain(TWO, BODY, dns).reason()).isEqualTo(ChainReason.KEY_SILENT);
        assertThat(chain(TWO, BODY, dns).instance()).isEqualTo(1);
        assertThat(chain(TWO, BODY, dns).oldestPass()).isEmpty();
        assertThat(chain(TWO.replace("alice@", "bob@"), BODY, dns).reason())
                .isEqualTo(ChainReason.MESSAGE_SIGNATURE);
    }

    @Test
    void isBrokenWithoutKey() {
        var chain = chain(TWO, BODY, TestSigner.dns(FORWARDER));

        assertThat(chain.reason()).isEqualTo(ChainReason.SEAL);
        assertThat(chain.instance()).isEqualTo(1);
        assertThat(chain.sets().getFirst().seal().reason()).isEqualTo(Reason.KEY_MISSING);
    }

    @Test
    void endsWithItsNewestSignature() {
        var tags = TAGS + "; x=" + (NOW - 1);

        var chain = chain(LIST.arc(1, "none", RESULTS, tags, HEADER, BODY));

        assertThat(chain.sets().getFirst().message().reason()).isEqualTo(Reason.EXPIRED);
        assertThat(chain.status()).isEqualTo(ChainStatus.FAIL);
    }

    @Test
    void asksForEachKeyOnce() {
        var asked = new ConcurrentLinkedQueue<String>();
        Dns dns =
                question -> {
                    asked.add(question.name().text());
                    return DNS.ask(question);
                };

        assertThat(chain(THREE, BODY, dns).reason()).isEqualTo(ChainReason.HOLDS);
        assertThat(asked)
                .containsExactlyInAnyOrder(LIST.keyName().text(), FORWARDER.keyName().text());
    }

    @Test
    void computesFewHashesOfTheBody() {
        var header = HEADER;
        for (int i = 1; i <= 20; i++) {
            var tags = TAGS + "; l=" + (i % 10);
            header = FORWARDER.arc(i, i == 1 ? "none" : "pass", RESULTS, tags, header, BODY);
        }

        var chain = chain(header);

        assertThat(chain.reason()).isEqualTo(ChainReason.HOLDS);
        assertThat(chain.oldestPass()).isEmpty();
        assertThat(chain.sets().getFirst().message().reason()).isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void doesNotJudgeByACutHeader() {
        var filler = "X-Filler: 1\r\n".repeat(HeaderSection.MAX_FIELDS);

        assertThat(chain(ONE + filler).reason()).isEqualTo(ChainReason.HEADER_TOO_LARGE);
        assertThat(chain(ONE + filler).status()).isEqualTo(ChainStatus.UNKNOWN);
    }

    @Test
    void saysNothingOfAMessageThatCouldNotBeRead() throws IOException {
        var raw = RawMessage.of(octets(TWO + "\r\n" + BODY));
        try (var reader = MessageReader.open(raw)) {
            var chain = new ArcVerifier(DNS, Lab.at(NOW)).plan(reader.header()).unread();

            assertThat(chain.reason()).isEqualTo(ChainReason.MESSAGE_UNREAD);
            assertThat(chain.status()).isEqualTo(ChainStatus.UNKNOWN);
            assertThat(chain.sets()).hasSize(2);
        }
    }

    @Test
    void readsALargeMessageInPieces() throws IOException {
        int length = 50 << 20;
        var header = LIST.arc(1, "none", RESULTS, TAGS, HEADER, sink -> lines(length, sink));
        var verifier = new ArcVerifier(DNS, Lab.at(NOW));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        var chain = verifier.verify(() -> large(header, length));

        assertThat(chain.reason()).isEqualTo(ChainReason.HOLDS);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16L << 20);
    }

    private static final byte[] LINE =
            octets("0123456789 abcdefghijklmnopqrstuvwxyz  ABCDEFGHIJKLMNOPQRSTUVWXYZ\r\n");

    private static void lines(int length, OctetSink sink) {
        for (int at = 0; at < length; at += LINE.length) {
            sink.accept(LINE, 0, LINE.length);
        }
    }

    /// A header and lines that never stand in memory all at once.
    private static InputStream large(String header, int length) {
        var head = new ByteArrayInputStream(octets(header + "\r\n"));
        int whole = Math.ceilDiv(length, LINE.length) * LINE.length;
        var body =
                new InputStream() {
                    private int at;

                    @Override
                    public int read() {
                        return at < whole ? LINE[at++ % LINE.length] : -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        int n = Math.min(most, whole - at);
                        for (int i = 0; i < n; i++) {
                            into[from + i] = LINE[at++ % LINE.length];
                        }
                        return n > 0 ? n : -1;
                    }
                };
        return new SequenceInputStream(head, body);
    }

    /// Damaged in random places, a chain is judged, and never by an exception.
    @RepeatedTest(20)
    void survivesDamage(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        IntStream.range(0, 50)
                .forEach(_ -> {
                    var damaged = damaged(THREE, random);
                    var chain = chain(damaged);
                    assertThat(chain.status()).as(damaged).isNotNull();
                    assertThat(chain.oldestPass()).as(damaged).isNotNull();
                });
    }

    private static String damaged(String text, Random random) {
        var out = new StringBuilder(text);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(3)) {
                case 0 -> out.setCharAt(at, (char) random.nextInt(256));
                case 1 -> out.insert(at, out.substring(at, Math.min(out.length(), at + 100)));
                default -> out.delete(at, at + random.nextInt(40));
            }
        }
        return out.toString();
    }

    @Test
    void sharesOnePassOverTheBody() throws IOException {
        try (var reader = MessageReader.open(RawMessage.of(octets(TWO + "\r\n" + BODY)))) {
            var plan = new ArcVerifier(DNS, Lab.at(NOW)).plan(reader.header());
            var others = new ArrayList<>(plan.bodyRequests());
            others.add(new BodyHashes.Request(Canonicalization.SIMPLE, "SHA-256", 3));
            var hashes = new BodyHashes(others);
            reader.body(hashes);

            assertThat(plan.bodyRequests()).hasSize(1);
            assertThat(plan.result(hashes).reason()).isEqualTo(ChainReason.HOLDS);
        }
    }

    private static ArcChain chain(String header) {
        return chain(header, BODY, DNS);
    }

    private static ArcChain chain(String header, String body, Dns dns) {
        try {
            return new ArcVerifier(dns, Lab.at(NOW))
                    .verify(RawMessage.of(octets(header + "\r\n" + body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
