package posthorn.engine.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.HttpsAnswer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.SmtpAnswer;
import posthorn.engine.outside.TlsSession;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;

/// The look-ups of postfix-mta-sts-resolver in its world.
class ResolverVectorsTest {

    private static final String FOLDER = "postfix-mta-sts-resolver/";
    private static final Map<?, ?> WORLD = Vectors.json(FOLDER + "world.json");
    private static final TlsSession SESSION =
            new TlsSession(
                    "TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(), TlsSession.Trust.TRUSTED);

    /// A policy of another media type: the resolver refuses it, RFC 8461 §3.2 leaves that to the
    /// sender; we say so and judge the policy all the same.
    private static final List<String> DIFFERENT = List.of("bad-policy3.loc");

    static Stream<String> lookups() {
        return Vectors.text(FOLDER + "refdata.tsv").lines();
    }

    static Stream<String> strictLookups() {
        return Vectors.text(FOLDER + "refdata_strict.tsv").lines();
    }

    @Test
    void allAreThere() {
        assertThat(lookups()).hasSize(21);
        assertThat(strictLookups()).hasSize(21);
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void findsEnforcedPolicies(String line) {
        holds(line, List.of(PolicyMode.ENFORCE));
    }

    @ParameterizedTest
    @MethodSource("strictLookups")
    void findsWatchedPoliciesToo(String line) {
        holds(line, List.of(PolicyMode.ENFORCE, PolicyMode.TESTING));
    }

    private static void holds(String line, List<PolicyMode> modes) {
        var parts = line.split("\t", 2);
        var domain = domain(parts[0].split(" ", 2)[1]);
        var found =
                domain.flatMap(name -> StsLookup.of(name, outside()).inEffect())
                        .filter(policy -> modes.contains(policy.mode()))
                        .map(policy -> String.join(":", policy.mx()));
        if (DIFFERENT.contains(domain.map(DnsName::text).orElse(""))) {
            assertThat(found).contains("mail.loc");
            return;
        }
        assertThat(found.map(mx -> "OK secure match=" + mx + " servername=hostname"))
                .isEqualTo(Optional.of(parts[1].strip()).filter(said -> !said.equals("NOTFOUND")));
    }

    /// Postfix asks for a domain with or without brackets and port; a dot in front stands for a
    /// parent, which has no policy for its children.
    private static Optional<DnsName> domain(String asked) {
        var bare = asked.replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1").replaceFirst(":[0-9]+$", "");
        return bare.startsWith(".") || IpText.parse(bare).isPresent() || bare.contains(":")
                ? Optional.empty()
                : Optional.of(DnsName.of(bare));
    }

    private static Outside outside() {
        var zone = new Zone.Builder();
        Vectors.map(WORLD, "txt")
                .forEach((name, text) ->
                        zone.add(
                                DnsName.of(name.toString()),
                                RecordType.TXT,
                                60,
                                Rdata.Text.of(text.toString())));
        return new Outside(
                new ZoneDns(zone.build()),
                (_, _, _) -> {
                    throw new IllegalStateException("no name server is asked");
                },
                (_, _) -> new SmtpAnswer.Unreached(SmtpAnswer.Why.NOT_NOW),
                ResolverVectorsTest::get,
                Clock.systemUTC());
    }

    private static HttpsAnswer get(URI address) {
        var domain = address.getHost().substring("mta-sts.".length());
        if (!(Vectors.map(WORLD, "https").get(domain) instanceof Map<?, ?> answer)) {
            return new HttpsAnswer.Failed(HttpsAnswer.Why.TIMEOUT, "not in this world");
        }
        return Vectors.text(answer, "certificate").equals("ok")
                ? new HttpsAnswer.Answered(
                        Integer.parseInt(Vectors.text(answer, "status")),
                        Vectors.text(answer, "content_type"),
                        "",
                        Vectors.text(answer, "body"),
                        SESSION)
                : new HttpsAnswer.Failed(HttpsAnswer.Why.CERTIFICATE, "name");
    }

    @Test
    void readsTheFieldsOfRecords() {
        assertThat(Vectors.maps(WORLD, "record_fields"))
                .hasSize(9)
                .allSatisfy(vector -> {
                    var text = Vectors.text(vector, "record");
                    var record = StsRecord.read(text);
                    var fields = Vectors.map(vector, "fields");
                    assertThat(record.counts()).as(text).isEqualTo(fields.containsKey("id"));
                    assertThat(record.id())
                            .as(text)
                            .isEqualTo(Optional.ofNullable(fields.get("id")).orElse(""));
                });
    }

    @Test
    void knowsPlainText() {
        assertThat(Vectors.maps(WORLD, "content_types").collect(Collectors.toList()))
                .hasSize(11)
                .allSatisfy(vector ->
                        assertThat(PolicyFetch.isPlain(Vectors.text(vector, "content_type")))
                                .isEqualTo(vector.get("plain_text")));
    }
}
