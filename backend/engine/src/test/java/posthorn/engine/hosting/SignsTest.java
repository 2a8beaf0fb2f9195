package posthorn.engine.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.check.Finding;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.World;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;

/// Every provider is recognised by what `vectors/providers/signs.txt` says of it.
class SignsTest {

    private static final Path SIGNS = Path.of("src/test/resources/vectors/providers/signs.txt");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final String KEY =
            "TXT \"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOG7hcvPapiMlrwIaaPcHURo=\"\n";
    private static final String OWN_HOST = "example.org. MX 10 mail.example.org.\n";

    record Row(String id, String code, String at, List<String> values, boolean sure) {

        static Row read(String line) {
            boolean sure = !line.endsWith(" likely");
            var words = Arrays.asList(line.split("\\s+"));
            return new Row(
                    words.get(0),
                    words.get(1),
                    words.get(2),
                    words.subList(3, sure ? words.size() : words.size() - 1),
                    sure);
        }

        String zone() {
            var first = values.getFirst();
            return switch (at) {
                case "MX" -> "example.org. MX 10 " + first + ".\n";
                case "SPF" ->
                        OWN_HOST
                                + "example.org. TXT \"v=spf1 "
                                + first
                                + " ~all\"\n"
                                + first.replace("include:", "")
                                + ". TXT \"v=spf1 -all\"\n";
                case "KEY" -> OWN_HOST + first + "._domainkey.example.org. " + KEY;
                case "ALIAS" ->
                        OWN_HOST
                                + first
                                + "._domainkey.example.org. CNAME "
                                + values.get(1)
                                + ".\n"
                                + values.get(1)
                                + ". "
                                + KEY;
                default -> throw new IllegalArgumentException(at);
            };
        }

        List<KnownSelector> selectors() {
            return at.equals("MX") || at.equals("SPF")
                    ? List.of()
                    : List.of(new KnownSelector(values.getFirst(), KnownSelector.Origin.DECLARED));
        }
    }

    static Stream<Row> rows() {
        try {
            return Files.readAllLines(SIGNS).stream().map(Row::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void recognisesAProviderByOneSign(Row row) {
        var findings = findings(row);

        var provider = Providers.builtIn().find(row.id()).orElseThrow();
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals(row.code()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo(provider.name());
                    assertThat(finding.evidence())
                            .containsEntry("id", row.id())
                            .containsEntry("certainty", row.sure() ? "CONFIRMED" : "LIKELY");
                });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void oneSignIsNoReasonToWarn(Row row) {
        assertThat(findings(row))
                .allMatch(finding -> finding.severity() == Severity.INFO || isPosteo(finding));
    }

    private static boolean isPosteo(Finding finding) {
        return finding.code().equals("provider.no-own-domains")
                && finding.subject().equals("Posteo");
    }

    @Test
    void everyProviderOfMailHasARow() {
        var ids = rows().map(Row::id).toList();

        assertThat(Providers.builtIn().all())
                .filteredOn(provider -> provider.kind() != Provider.Kind.DNS)
                .extracting(Provider::id)
                .isSubsetOf(ids);
    }

    private static List<Finding> findings(Row row) {
        var target = new Target(DOMAIN, Profile.SENDS_AND_RECEIVES, row.selectors(), List.of());
        return ProviderCheck.check().run(target, World.read(row.zone()).outside(CLOCK)).findings();
    }
}
