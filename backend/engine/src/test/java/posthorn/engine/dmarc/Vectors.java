package posthorn.engine.dmarc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;
import posthorn.engine.outside.Zone;

/// Reads the vector files; JSON is YAML.
final class Vectors {

    private Vectors() {}

    static Object load(String file) {
        try (var reader =
                Files.newBufferedReader(Path.of("src/test/resources/vectors/dmarc", file))) {
            return new Yaml().load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<?, ?>> cases(Map<?, ?> document) {
        return maps(Objects.requireNonNull(document.get("cases")));
    }

    static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    /// The DNS of a document of mox, letter by letter: the same record twice stays two.
    static Dns dns(Map<?, ?> document) {
        var failing = (List<?>) Objects.requireNonNull(document.get("dns_servfail"));
        var texts = (Map<?, ?>) Objects.requireNonNull(document.get("dns_txt"));
        var source = Source.local("vector");
        return question -> {
            var name = question.name().text();
            if (failing.contains(name)) {
                return new Answer.Failed<>(Failure.SERVFAIL, List.of(), source);
            }
            return texts.get(name) instanceof List<?> values
                    ? new Answer.Data<>(
                            values.stream().<Rdata>map(v -> Rdata.Text.of(v.toString())).toList(),
                            60,
                            false,
                            List.of(),
                            source)
                    : new Answer.NxDomain<>(List.of(), source);
        };
    }

    static void add(Zone.Builder zone, Object name, Object text) {
        zone.add(DnsName.of(name.toString()), RecordType.TXT, 60, Rdata.Text.of(text.toString()));
    }

    static String text(Map<?, ?> of, String key) {
        return String.valueOf(Objects.requireNonNull(of.get(key), key));
    }

    static Optional<String> optional(Map<?, ?> of, String key) {
        return Optional.ofNullable(of.get(key)).map(String::valueOf);
    }

    static DnsName name(Map<?, ?> of, String key) {
        return DnsName.of(text(of, key));
    }

    static boolean truth(Map<?, ?> of, String key) {
        return text(of, key).equals("true");
    }

    /// What SPF and DKIM found, as a vector of mox says.
    static List<AuthenticatedDomain> authenticated(Map<?, ?> vector) {
        var domains = new ArrayList<AuthenticatedDomain>();
        maps(Objects.requireNonNull(vector.get("dkim")))
                .forEach(dkim ->
                        domains.add(
                                new AuthenticatedDomain(
                                        Method.DKIM,
                                        name(dkim, "d"),
                                        outcome(text(dkim, "result")))));
        var spf = (Map<?, ?>) Objects.requireNonNull(vector.get("spf"));
        optional(spf, "domain")
                .ifPresent(domain ->
                        domains.add(
                                new AuthenticatedDomain(
                                        Method.SPF,
                                        DnsName.of(domain),
                                        outcome(text(spf, "result")))));
        return domains;
    }

    private static Outcome outcome(String result) {
        return switch (result) {
            case "pass" -> Outcome.PASS;
            case "temperror" -> Outcome.TEMPERROR;
            default -> Outcome.FAIL;
        };
    }
}
