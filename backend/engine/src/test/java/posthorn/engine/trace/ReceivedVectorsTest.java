package posthorn.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.message.TlsFacts;
import posthorn.engine.outside.IpText;

/// Fields as other programs read them; `vectors/received/README.md` names the sources.
class ReceivedVectorsTest {

    private static final Path FOLDER = Path.of("src/test/resources/vectors/received");

    /// Where we read something else, on purpose: the vector, what it is about, and what we read.
    private static final Map<String, String> OTHERWISE =
            Map.ofEntries(
                    // Names are told without their final dot.
                    Map.entry("2 from_iprev", "out-25.smtp.github.com"),
                    // A slash belongs to the name of a user and to an id.
                    Map.entry("6 ident", "uXDGrn@SYT0/k"),
                    Map.entry("28 id", "EE/20-30863-33CE1054"),
                    Map.entry("30 id", "52/92-02454-89FBA054"),
                    Map.entry("116 ident", "?dXqpg3b0hiH9faI2OxLT94P/YKDD3rQ1?@64.253.199.166"),
                    // Signed in by the words of Courier.
                    Map.entry("130 ident", "e40a9cea"),
                    // What stands behind the date is part of the date.
                    Map.entry("128 for_", ""),
                    // Protocols nobody has registered are told as they are.
                    Map.entry("32 with", "LOCAL-BSMTP"),
                    Map.entry("94 with", "TCP"),
                    Map.entry("136 with", "QMAIL-SCANNER-1.24"),
                    Map.entry("148 with", "THRIFT"),
                    Map.entry("170 with", "INTERNET"),
                    Map.entry("176 with", "NNFMP"),
                    // A cipher that has no name is one all the same.
                    Map.entry("154 tls_cipher", "OTHER"));

    /// What one program read in a field.
    record Vector(int index, String header, Map<?, ?> expected) {

        @Override
        public String toString() {
            return String.valueOf(index);
        }

        String text(String key) {
            var text = expected.get(key) instanceof String given ? given : "";
            return OTHERWISE.getOrDefault(index + " " + key, text);
        }

        /// A name or an address.
        String host(String key) {
            return expected.get(key) instanceof Map<?, ?> host
                    ? String.valueOf(host.values().iterator().next())
                    : "";
        }
    }

    static Stream<Vector> mailParser() throws IOException {
        List<?> cases = new Yaml().load(Files.readString(FOLDER.resolve("mail-parser.json")));
        return cases.stream()
                .map(item -> (Map<?, ?>) item)
                .map(item ->
                        new Vector(
                                (Integer) Objects.requireNonNull(item.get("index")),
                                String.valueOf(item.get("header")),
                                (Map<?, ?>) Objects.requireNonNull(item.get("expected"))));
    }

    private static Received read(Vector vector) {
        return Received.read(vector.header().replace("\r", "").replace("\n", ""));
    }

    @ParameterizedTest
    @MethodSource("mailParser")
    void readsWhoGaveAndWhoTook(Vector vector) {
        var received = read(vector);

        assertThat(received.from()).isEqualTo(vector.host("from"));
        assertThat(received.by()).isEqualTo(vector.host("by"));
        assertThat(received.helo()).isEqualTo(vector.host("helo"));
        if (!vector.text("from_ip").isEmpty()) {
            assertThat(received.client()).containsExactly(ip(vector.text("from_ip")));
        }
        if (!vector.text("from_iprev").isEmpty()) {
            assertThat(received.reverseName()).isEqualTo(vector.text("from_iprev"));
        }
    }

    @ParameterizedTest
    @MethodSource("mailParser")
    void readsTheClauses(Vector vector) {
        var received = read(vector);

        assertThat(received.id()).isEqualTo(vector.text("id"));
        assertThat(received.forPath()).isEqualTo(vector.text("for_"));
        assertThat(received.via()).isEqualTo(vector.text("via"));
        assertThat(received.user()).isEqualTo(vector.text("ident"));
        assertThat(received.with()).isEqualTo(vector.text("with").toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("mailParser")
    void readsEncryption(Vector vector) {
        var tls = read(vector).tls();

        if (vector.text("tls_cipher").isEmpty()) {
            assertThat(tls).isEqualTo(new TlsFacts.Unseen());
        } else {
            var version = vector.text("tls_version").replace('_', '.');
            assertThat(tls).isEqualTo(new TlsFacts.Encrypted(version, vector.text("tls_cipher")));
        }
    }

    @ParameterizedTest
    @MethodSource("mailParser")
    void readsTheDate(Vector vector) {
        var at = read(vector).date().instant();

        if (vector.index() == 118) {
            // The order of Unix, which that program reads as the month 13.
            assertThat(at).contains(Instant.parse("2005-11-13T15:38:52Z"));
        } else if (vector.expected().get("date") instanceof Map<?, ?> date) {
            int sign = Boolean.TRUE.equals(date.get("tz_before_gmt")) ? -1 : 1;
            var offset =
                    ZoneOffset.ofHoursMinutes(
                            sign * number(date, "tz_hour"), sign * number(date, "tz_minute"));
            var local =
                    LocalDateTime.of(
                            year(date),
                            number(date, "month"),
                            number(date, "day"),
                            number(date, "hour"),
                            number(date, "minute"),
                            second(vector, date));
            assertThat(at).contains(local.toInstant(offset));
        } else {
            assertThat(at).isEmpty();
        }
    }

    /// Two digits below 50 are of this century (RFC 5322 §4.3).
    private static int year(Map<?, ?> date) {
        int year = number(date, "year");
        return year < 1950 ? year + 100 : year;
    }

    /// Vector 144 has fractions of a second, which that program gives up on.
    private static int second(Vector vector, Map<?, ?> date) {
        return vector.index() == 144 ? 55 : number(date, "second");
    }

    private static int number(Map<?, ?> of, String key) {
        return (Integer) Objects.requireNonNull(of.get(key));
    }

    private static InetAddress ip(String text) {
        return IpText.parse(text).orElseThrow();
    }

    static Stream<Map<?, ?>> fields() throws IOException {
        return Files.readAllLines(FOLDER.resolve("raw-received.jsonl")).stream()
                .map(line -> (Map<?, ?>) new Yaml().load(line));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void readsFieldsFromEverywhere(Map<?, ?> field) {
        var raw = String.valueOf(field.get("raw")).replaceAll("[\r\n]", "");

        var received = Received.read(raw);

        if (field.get("date_python") instanceof String python) {
            var date = python.matches(".*[+-]\\d\\d:\\d\\d") ? python : python + "+00:00";
            assertThat(received.date().instant()).contains(OffsetDateTime.parse(date).toInstant());
        }
        assertThat(received.isUnreadable())
                .isEqualTo(Set.of("apparently", "or is it").contains(raw.strip()));
    }
}
