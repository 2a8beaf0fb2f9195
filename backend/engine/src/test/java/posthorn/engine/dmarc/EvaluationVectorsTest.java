package posthorn.engine.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;

/// Evaluation of mails, by the vectors of mox (RFC 7489) and the examples of RFC 9989.
class EvaluationVectorsTest {

    private static final Map<?, ?> OLD = (Map<?, ?>) Vectors.load("evaluation-rfc7489.json");
    private static final Map<?, ?> NEW = (Map<?, ?>) Vectors.load("evaluation-rfc9989.json");

    static Stream<Map<?, ?>> old() {
        return Vectors.cases(OLD).stream();
    }

    static Stream<Map<?, ?>> examples() {
        return Vectors.cases(NEW).stream();
    }

    @ParameterizedTest
    @MethodSource("old")
    void evaluates(Map<?, ?> vector) {
        var author = Vectors.name(vector, "from_domain");
        var expect = (Map<?, ?>) Objects.requireNonNull(vector.get("expect"));

        var result =
                new DmarcEvaluator(Vectors.dns(OLD))
                        .evaluate(author, Vectors.authenticated(vector));

        assertThat(result.result().name().toLowerCase(Locale.ROOT)).isEqualTo(wanted(expect));
        assertThat(result.spfAligned()).isEqualTo(Vectors.truth(expect, "spf_aligned_pass"));
        assertThat(result.dkimAligned()).isEqualTo(Vectors.truth(expect, "dkim_aligned_pass"));
        assertThat(result.source()).isEqualTo(Vectors.name(expect, "policy_domain"));
        boolean rejects =
                result.result() == DmarcResult.Result.FAIL && result.policy() == Policy.REJECT;
        assertThat(rejects).isEqualTo(Vectors.truth(expect, "reject"));
    }

    /// `p=none; bogus` is no record for mox; RFC 9989 §4.7 has the word ignored, and the mail fails
    /// a policy of none.
    private static String wanted(Map<?, ?> expect) {
        var wanted = Vectors.text(expect, "dmarc");
        return wanted.equals("permerror") ? "fail" : wanted;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void alignsAsInTheExamples(Map<?, ?> vector) {
        var dns = dns(vector);
        var author = Vectors.name(vector, "author");
        var alignment = new Alignment(dns);

        Vectors.optional(vector, "identifier")
                .ifPresent(text -> {
                    var name = DnsName.of(text);
                    assertThat(alignment.isAligned(author, name, true))
                            .contains(Vectors.truth(vector, "strict"));
                    assertThat(alignment.isAligned(author, name, false))
                            .contains(Vectors.truth(vector, "relaxed"));
                });
        Vectors.optional(vector, "spf_aligned")
                .ifPresent(wanted ->
                        assertThat(
                                        alignment.isAligned(
                                                author, Vectors.name(vector, "mail_from"), false))
                                .contains(wanted.equals("true")));
        Vectors.optional(vector, "dkim_aligned")
                .ifPresent(wanted ->
                        assertThat(
                                        alignment.isAligned(
                                                author, Vectors.name(vector, "dkim_d"), false))
                                .contains(wanted.equals("true")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void walksAsInTheExamples(Map<?, ?> vector) {
        var dns = dns(vector);
        var walk = TreeWalk.from(Vectors.name(vector, "author"), dns);

        assertThat(walk.steps()).hasSizeLessThanOrEqualTo(8);
        asked(vector, "author_walk", walk);
        Vectors.optional(vector, "author_org").ifPresent(org -> organization(walk, org));
        Vectors.optional(vector, "dkim_d")
                .ifPresent(d -> {
                    var other = TreeWalk.from(DnsName.of(d), dns);
                    asked(vector, "dkim_walk", other);
                    Vectors.optional(vector, "dkim_org").ifPresent(org -> organization(other, org));
                });
        Vectors.optional(vector, "spf_org")
                .ifPresent(org ->
                        organization(TreeWalk.from(Vectors.name(vector, "mail_from"), dns), org));
    }

    private static void organization(TreeWalk walk, String expected) {
        assertThat(walk.organizationalDomain()).isEqualTo(DnsName.of(expected));
    }

    private static void asked(Map<?, ?> vector, String key, TreeWalk walk) {
        if (vector.get(key) instanceof List<?> expected) {
            assertThat(walk.steps().stream().map(s -> "_dmarc." + s.name()).toList())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsThePolicyOfTheExamples(Map<?, ?> vector) {
        var author = Vectors.name(vector, "author");

        var result = new DmarcEvaluator(dns(vector)).evaluate(author, List.of());

        if (vector.containsKey("policy") && vector.get("policy") == null) {
            assertThat(result.result()).isEqualTo(DmarcResult.Result.NONE);
        }
        Vectors.optional(vector, "policy")
                .ifPresent(policy -> assertThat(result.policy().text()).isEqualTo(policy));
        Vectors.optional(vector, "policy_domain")
                .ifPresent(name -> assertThat(result.source()).isEqualTo(DnsName.of(name)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysTemperrorWhenNobodyAnswers(Map<?, ?> vector) {
        Dns silent = _ -> new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("test"));

        var result = new DmarcEvaluator(silent).evaluate(Vectors.name(vector, "author"), List.of());

        assertThat(result.result()).isEqualTo(DmarcResult.Result.TEMPERROR);
    }

    private static Dns dns(Map<?, ?> vector) {
        var zone = new Zone.Builder();
        ((Map<?, ?>) Objects.requireNonNull(vector.get("records")))
                .forEach((name, text) -> Vectors.add(zone, name, text));
        if (vector.get("exists") instanceof List<?> names) {
            var address = new Rdata.Address(InetAddress.getLoopbackAddress());
            names.forEach(n -> zone.add(DnsName.of(n.toString()), RecordType.A, 60, address));
        }
        var own = new ZoneDns(zone.build());
        // Names not listed do not exist, even where a listed one lies below them.
        return question -> {
            var answer = own.ask(question);
            return answer instanceof Answer.NoData && !exists(vector, question.name())
                    ? new Answer.NxDomain<>(List.of(), answer.source())
                    : answer;
        };
    }

    private static boolean exists(Map<?, ?> vector, DnsName name) {
        return vector.get("exists") instanceof List<?> names && names.contains(name.text());
    }
}
