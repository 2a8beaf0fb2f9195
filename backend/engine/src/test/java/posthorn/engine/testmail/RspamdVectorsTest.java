package posthorn.engine.testmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;

/// Whole messages with the results of Rspamd, which follows RFC 7489; all of them.
class RspamdVectorsTest {

    /// Rspamd lowers the policy for `pct=0`; RFC 9989 §A.6 has no `pct`, so that by the tree walk
    /// the full policy applies.
    private static final Set<String> LOWERED_BY_PCT =
            Set.of("DMARC PCT ZERO REJECT", "DMARC PCT ZERO SP QUARANTINE");

    /// Only `my.mom.za.org` has a record, so that by the tree walk (RFC 9989 §4.10.2) it is its own
    /// Organizational Domain, and `mom.za.org` another one.
    private static final Set<String> ALIGNED_BY_LIST_ONLY =
            Set.of(
                    "DMARC SUBDOMAIN PASS DKIM RELAXED ALIGNMENT",
                    "DMARC SUBDOMAIN PASS SPF RELAXED ALIGNMENT");

    private static final Map<?, ?> ALL =
            (Map<?, ?>) new Yaml().load(Mails.vector("dmarc/rspamd/cases.json"));

    static Stream<Map<?, ?>> cases() {
        return maps("cases").stream();
    }

    private static List<Map<?, ?>> maps(String key) {
        return ((List<?>) Objects.requireNonNull(ALL.get(key)))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judgesAsRspamdDoes(Map<?, ?> vector) {
        var dmarc = dmarc(vector);
        var expect = (Map<?, ?>) Objects.requireNonNull(vector.get("expect"));

        assertThat(word(dmarc.list().result())).isEqualTo(text(expect, "dmarc"));
        boolean byListOnly = ALIGNED_BY_LIST_ONLY.contains(text(vector, "name"));
        assertThat(word(dmarc.treeWalk().result()))
                .isEqualTo(byListOnly ? "fail" : text(expect, "dmarc"));
        if (expect.get("disposition") instanceof String disposition) {
            assertThat(dmarc.list().inEffect().text()).isEqualTo(disposition);
            boolean lowered = LOWERED_BY_PCT.contains(text(vector, "name"));
            assertThat(dmarc.treeWalk().inEffect().text().equals(disposition))
                    .isNotEqualTo(lowered);
        }
    }

    private static AuthorDmarc dmarc(Map<?, ?> vector) {
        var message =
                Mails.of(
                        Mails.vector("dmarc/" + text(vector, "message")),
                        optional(vector, "client_ip").orElse("192.0.2.1"),
                        "mail.example.net",
                        optional(vector, "mail_from").orElse("alice@unauthenticated.example"));
        return Mails.facts(message, dns()).onlyDmarc().orElseThrow();
    }

    private static Dns dns() {
        var source = Source.local("vector");
        return question ->
                maps("dns").stream()
                        .filter(entry -> text(entry, "name").equals(question.name().text()))
                        .filter(entry -> type(entry) == question.type())
                        .findFirst()
                        .map(entry -> answer(entry, source))
                        .orElseGet(() -> new Answer.NxDomain<>(List.of(), source));
    }

    private static Answer<Rdata> answer(Map<?, ?> entry, Source source) {
        return switch (optional(entry, "rcode").orElse("")) {
            case "norec" -> new Answer.NoData<>(List.of(), source);
            case "nxdomain" -> new Answer.NxDomain<>(List.of(), source);
            case "timeout" -> new Answer.Failed<>(Failure.TIMEOUT, List.of(), source);
            default ->
                    new Answer.Data<>(
                            ((List<?>) Objects.requireNonNull(entry.get("replies")))
                                    .stream().map(reply -> rdata(entry, reply.toString())).toList(),
                            60,
                            false,
                            List.of(),
                            source);
        };
    }

    private static Rdata rdata(Map<?, ?> entry, String reply) {
        return MasterText.read(type(entry), type(entry) == RecordType.MX ? reply + "." : reply);
    }

    private static RecordType type(Map<?, ?> entry) {
        return RecordType.valueOf(text(entry, "type").toUpperCase(Locale.ROOT));
    }

    private static String text(Map<?, ?> of, String key) {
        return String.valueOf(Objects.requireNonNull(of.get(key), key));
    }

    private static Optional<String> optional(Map<?, ?> of, String key) {
        return Optional.ofNullable(of.get(key)).map(String::valueOf);
    }

    private static String word(DmarcResult.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
