package posthorn.engine.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.World;

/// What a provider asks for, compared with what the zones of the cases hold.
class ExpectedTest {

    private static final Path CASES = Path.of("src/test/resources/cases/provider");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void allIsThere() throws IOException {
        assertThat(expected("proton"))
                .containsExactly(
                        "example.org MX 10 mail.protonmail.ch. PRESENT",
                        "example.org MX 20 mailsec.protonmail.ch. PRESENT",
                        "example.org TXT include:_spf.protonmail.ch PRESENT",
                        "protonmail._domainkey.example.org CNAME"
                                + " protonmail.domainkey.*.domains.proton.ch PRESENT",
                        "protonmail2._domainkey.example.org CNAME"
                                + " protonmail2.domainkey.*.domains.proton.ch PRESENT",
                        "protonmail3._domainkey.example.org CNAME"
                                + " protonmail3.domainkey.*.domains.proton.ch PRESENT");
    }

    @Test
    void anotherPreferenceIsDifferentAndAHostThatMailCanDoWithoutIsNotMissed() throws IOException {
        assertThat(expected("google-five"))
                .contains(
                        "example.org MX 1 aspmx.l.google.com. PRESENT",
                        "example.org MX 10 alt3.aspmx.l.google.com. PRESENT",
                        "example.org MX 10 alt4.aspmx.l.google.com. DIFFERENT");
        assertThat(expected("mailbox-org-signed"))
                .filteredOn(row -> row.contains(" MX "))
                .containsExactly("example.org MX 10 mxext1.mailbox.org. PRESENT");
    }

    @Test
    void aSelectorThatCustomersChooseIsUnknownRatherThanMissing() throws IOException {
        assertThat(expected("zoho"))
                .contains("zmail._domainkey.example.org TXT v=DKIM1; p=* UNKNOWN")
                .noneMatch(row -> row.endsWith("MISSING"));
    }

    @Test
    void aliasesThatAreNotThereAreMissing() throws IOException {
        assertThat(expected("mailbox-org"))
                .contains(
                        "mbo0001._domainkey.example.org CNAME MBO0001._domainkey.mailbox.org"
                                + " MISSING");
    }

    @Test
    void whatIsNotConfirmedIsNotMissed() throws IOException {
        assertThat(expected("hetzner"))
                .contains("example.org TXT include:spf.your-server.de UNKNOWN");
    }

    @Test
    void silenceIsUnknown() throws IOException {
        assertThat(expected("silent-spf")).contains("example.org TXT include:mailbox.org UNKNOWN");
        assertThat(expected("microsoft365-unsigned-silent"))
                .contains(
                        "selector1._domainkey.example.org CNAME selector1-example-org._domainkey.*"
                                + " UNKNOWN");
    }

    @Test
    void anAliasThatLeadsElsewhereIsDifferent() throws IOException {
        assertThat(expected("leftover-keys-setting-up"))
                .contains(
                        "selector1._domainkey.example.org CNAME selector1-example-org._domainkey.*"
                                + " DIFFERENT");
    }

    @Test
    void onlyASelectorOfItsOwnSurelyIsAProvidersKey() throws IOException {
        assertThat(rows("strato")).allMatch(row -> Boolean.TRUE.equals(row.get("sure")));
        assertThat(rows("hetzner"))
                .filteredOn(row -> String.valueOf(row.get("name")).startsWith("default2611"))
                .singleElement()
                .matches(row -> Boolean.FALSE.equals(row.get("sure")));
    }

    private static List<String> expected(String name) throws IOException {
        return rows(name).stream()
                .map(row ->
                        "%s %s %s %s"
                                .formatted(
                                        row.get("name"),
                                        row.get("type"),
                                        row.get("value"),
                                        row.get("state")))
                .toList();
    }

    /// The rows of the provider that takes in the mail.
    private static List<Map<?, ?>> rows(String name) throws IOException {
        var finding =
                findings(name).stream()
                        .filter(found -> found.code().equals("provider.mailbox"))
                        .findFirst()
                        .orElseThrow();
        return ((List<?>) finding.evidence().getOrDefault("expected", List.of()))
                .stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    private static List<Finding> findings(String name) throws IOException {
        var text = Files.readString(CASES.resolve(name + ".case"));
        var zone = text.substring(text.indexOf("\nzone\n") + 6, text.indexOf("\nfindings\n"));
        var selectors = List.of(new KnownSelector("default2611", KnownSelector.Origin.GUESSED));
        var target =
                new Target(
                        DnsName.of("example.org"),
                        Profile.SENDS_AND_RECEIVES,
                        selectors,
                        List.of());
        return ProviderCheck.check().run(target, World.read(zone).outside(CLOCK)).findings();
    }
}
