package posthorn.engine.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

class DkimProbeTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DnsName DOMAIN = DnsName.of("example.org");

    private final Set<Question> asked = ConcurrentHashMap.newKeySet();

    private DkimFacts.Probed probe(String zone, List<KnownSelector> selectors) {
        var below = new ZoneDns(ZoneReader.read(zone));
        Dns dns =
                question -> {
                    asked.add(question);
                    return below.ask(question);
                };
        var target = new Target(DOMAIN, Profile.SENDS_AND_RECEIVES, selectors, List.of());
        return (DkimFacts.Probed) new DkimProbe().probe(target, new Outside(dns, CLOCK));
    }

    private static List<String> names(DkimFacts.Probed facts) {
        return facts.selectors().stream().map(s -> s.selector().name()).toList();
    }

    @Test
    void asksAtMostSixtyQuestionsWhateverIsDeclared() {
        var many =
                IntStream.range(0, 100)
                        .mapToObj(i -> new KnownSelector("k" + i, KnownSelector.Origin.DECLARED))
                        .toList();

        probe("x._domainkey.example.org. TXT \"v=DKIM1; p=\"", many);

        assertThat(asked).hasSize(DkimProbe.MAX_QUERIES);
    }

    @Test
    void asksLessWhereNothingCanBe() {
        probe("example.org. A 192.0.2.1", List.of());

        assertThat(asked).hasSizeLessThan(25);
    }

    @Test
    void asksKnownSelectorsFirstThenThoseOfTheProviderThenOthers() {
        var zone =
                """
                example.org. MX 10 mxext1.mailbox.org.
                x._domainkey.example.org. TXT "v=DKIM1; p="
                """;

        var facts =
                probe(zone, List.of(new KnownSelector("mine", KnownSelector.Origin.SEEN_IN_MAIL)));

        assertThat(names(facts))
                .startsWith("mine", "MBO0001", "MBO0002", "MBO0003", "MBO0004", "202611");
    }

    @Test
    void asksEachSelectorOnce() {
        var facts =
                probe(
                        "x._domainkey.example.org. TXT \"v=DKIM1; p=\"",
                        List.of(new KnownSelector("MAIL", KnownSelector.Origin.DECLARED)));

        assertThat(names(facts)).contains("MAIL").doesNotContain("mail").doesNotHaveDuplicates();
    }

    @Test
    void asksNothingAboutADomainThatOnlyReceives() {
        Dns none =
                question -> {
                    throw new AssertionError(question);
                };
        var target = new Target(DOMAIN, Profile.RECEIVES, List.of(), List.of());

        var facts = new DkimProbe().probe(target, new Outside(none, CLOCK));

        assertThat(facts).isEqualTo(new DkimFacts.NotApplicable(target));
    }
}
