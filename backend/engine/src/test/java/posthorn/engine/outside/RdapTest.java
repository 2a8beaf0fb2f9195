package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.Registration.Dated;
import posthorn.engine.outside.Registration.Undated;

class RdapTest {

    private static final DnsName DOMAIN = DnsName.of("example.org");

    private static Registration read(String members) throws Rdap.Malformed {
        var body = "{\"objectClassName\": \"domain\"" + members.replace('\'', '"') + "}";
        return Rdap.registration(latin1(body), DOMAIN);
    }

    /// UTF-8 as bodies hold it: each octet a character.
    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesTheDayAndTheStatuses() throws Rdap.Malformed {
        var answer =
                read(
                        """
                        , 'ldhName': 'EXAMPLE.ORG.', 'unicodeName': 'exämple.org', 'lang': null,
                        'entities': [{'events': [{'eventAction': 'expiration',
                                                  'eventDate': '2020-01-01T00:00:00Z'}],
                                      'status': ['removed']}],
                        'status': ['client hold', 'clientTransferProhibited', 'Auto-Renew_Period'],
                        'events': [{'eventAction': 'registration',
                                    'eventDate': '1999-01-01T00:00:00Z'},
                                   {'eventAction': 'expiration', 'links': [{}, [1.5e3, true]],
                                    'eventDate': '2027-01-01T02:00:00.5+02:00'}]
                        """);

        assertThat(answer)
                .isEqualTo(
                        new Dated(
                                Instant.parse("2027-01-01T00:00:00.5Z"),
                                List.of(
                                        "client hold",
                                        "client transfer prohibited",
                                        "auto renew period")));
    }

    @Test
    void takesTheLatestOfSeveralDays() throws Rdap.Malformed {
        var answer =
                read(
                        """
                        , 'events': [
                        {'eventAction': 'expiration', 'eventDate': '2026-01-01T00:00:00Z'},
                        {'eventAction': 'Expiration', 'eventDate': '2027-01-01t00:00:00z'},
                        {'eventAction': 'expiration', 'eventDate': '2025-01-01T00:00:00Z'}]
                        """);

        assertThat(answer).isEqualTo(new Dated(Instant.parse("2027-01-01T00:00:00Z"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", 'events': []",
                ", 'events': null",
                ", 'events': {'eventAction': 'expiration', 'eventDate': '2027-01-01T00:00:00Z'}",
                ", 'events': ['expiration']",
                ", 'events': [{'eventAction': 'expiration'}]",
                ", 'events': [{'eventAction': 'expiration', 'eventDate': 20270101}]",
                ", 'events': [{'eventAction': 'expiration', 'eventDate': 'tomorrow'}]",
                ", 'events': [{'eventAction': 'expiration', 'eventDate': '2027-02-30T00:00:00Z'}]",
                ", 'events': [{'eventAction': 'expiration',"
                        + " 'eventDate': '+123456-01-01T00:00:00Z'}]",
                ", 'status': 'active'",
                ", 'status': [1, null, '', '<b>', 'a:b', {}, []]"
            })
    void knowsNoDayWhereNoneIsTold(String members) throws Rdap.Malformed {
        assertThat(read(members)).isEqualTo(new Undated(List.of()));
    }

    @Test
    void takesStatusesWithinLimits() throws Rdap.Malformed {
        var status = new StringBuilder(", 'status': ['" + "long ".repeat(100_000) + "'");
        for (int i = 0; i < 1000; i++) {
            status.append(", '").append("ab".repeat(1 + i % 19)).append("x".repeat(i % 3 + 1));
            status.append("'");
        }

        assertThat(read(status + "]").statuses()).hasSize(32).allMatch(s -> s.length() <= 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "nothing",
                "{\"objectClassName\": \"entity\"}",
                "{\"objectClassName\": \"domain\", \"ldhName\": \"example.net\"}",
                "{\"objectClassName\": \"domain\", \"ldhName\": \"a..b\"}",
                "{\"objectClassName\": \"domain\", \"status\": [\"active\"",
                "{\"objectClassName\": \"domain\", }",
                "\u0000\u0000\u00fe\u00ff"
            })
    void refusesAnythingElse(String body) {
        assertThatThrownBy(() -> Rdap.registration(body, DOMAIN))
                .isInstanceOf(Rdap.Malformed.class);
    }

    @Test
    void refusesDepthAndNumbersWithoutEnd() {
        for (var endless :
                List.of("[".repeat(100_000), "{\"a\":".repeat(50_000), "9".repeat(9999))) {
            assertThatThrownBy(() -> read(", 'x': " + endless)).isInstanceOf(Rdap.Malformed.class);
        }
    }

    @Test
    void readsWhoAnswersForWhat() throws Rdap.Malformed {
        var services =
                Rdap.services(
                        """
                        {"version": "1.0", "services": [
                          [["org", "NGO"], ["http://rdap.example.net/", "https://rdap.example.net/x/"]],
                          [["com"], ["http://rdap.example.com/"]],
                          [["net"], ["https://127.0.0.1/", "https://rdap.example.com:22/"]],
                          [["info"], ["https://rdap.example.com/without-slash"]],
                          [["biz"], ["https://[", "https://rdap.example.com/"], "more"],
                          [["", "a b", null, {}], ["https://rdap.example.com/"]],
                          [["one"]], [], "text", {}
                        ]}
                        """);

        assertThat(services)
                .isEqualTo(
                        Map.of(
                                DnsName.of("org"), URI.create("https://rdap.example.net/x/"),
                                DnsName.of("ngo"), URI.create("https://rdap.example.net/x/"),
                                DnsName.of("biz"), URI.create("https://rdap.example.com/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"services\": []}", "{\"services\": [[[\"org\"], []]]}"})
    void refusesAListOfNobody(String body) {
        assertThatThrownBy(() -> Rdap.services(body)).isInstanceOf(Rdap.Malformed.class);
    }
}
