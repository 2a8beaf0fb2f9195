package posthorn.engine.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.KnownSelector.Origin;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.ProviderSelector;
import posthorn.engine.provider.Providers;

/// Which selectors to ask for: those known for the domain, those of the providers that show in its
/// zone, then those in common use.
final class Selectors {

    private static final List<String> COMMON = common();

    private Selectors() {}

    /// At most `most`, each once, in this order of preference.
    static List<KnownSelector> of(Target target, Outside outside, int most) {
        var found = new LinkedHashMap<String, KnownSelector>();
        Stream.of(
                        target.selectors().stream(),
                        guesses(providers(target, outside.dns())),
                        guesses(dated(outside)),
                        guesses(COMMON.stream()))
                .flatMap(s -> s)
                .forEach(s -> found.putIfAbsent(s.name().toLowerCase(Locale.ROOT), s));
        return found.values().stream().limit(most).toList();
    }

    private static Stream<KnownSelector> guesses(Stream<String> names) {
        return names.map(name -> new KnownSelector(name, Origin.GUESSED));
    }

    private static Stream<String> providers(Target target, Dns dns) {
        var domain = target.domain();
        var mx = dns.mx(domain).records().stream().map(Rdata.Mx::host).toList();
        var spf =
                dns.txt(domain).records().stream()
                        .map(Rdata.Text::joined)
                        .filter(text -> text.regionMatches(true, 0, "v=spf1", 0, 6))
                        .findFirst()
                        .orElse("");
        return Providers.builtIn().recognise(mx, dns.ns(domain).records(), spf).stream()
                .flatMap(found -> found.provider().selectors().stream())
                .filter(ProviderSelector::isGuessable)
                .map(ProviderSelector::name);
    }

    /// Selectors named for the month in which the key was made.
    private static Stream<String> dated(Outside outside) {
        var now = YearMonth.from(outside.clock().instant().atOffset(ZoneOffset.UTC));
        return Stream.of(
                now.format(DateTimeFormatter.ofPattern("uuuuMM")),
                "default" + now.format(DateTimeFormatter.ofPattern("uuMM")));
    }

    private static List<String> common() {
        try (var stream = Selectors.class.getResourceAsStream("/dkim/selectors.txt")) {
            var text =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
