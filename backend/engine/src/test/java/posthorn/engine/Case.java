package posthorn.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import posthorn.engine.bimi.MarkRoots;
import posthorn.engine.check.Finding;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.SelectorPast;
import posthorn.engine.check.Target;
import posthorn.engine.dnsbl.Disabled;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.SubjectKind;
import posthorn.engine.dnsbl.Trouble;
import posthorn.engine.message.RawMessage;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.message.TlsFacts;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneDns;

/// A case file: what is checked, the world it lives in, and the findings expected.
///
/// @param settings the words of the head by name, several for a name that stands twice
/// @param head all lines up to and with `findings`, for rewriting
record Case(
        Path file,
        Map<String, List<String>> settings,
        String zone,
        List<Expected> findings,
        String head) {

    private static final Path ROOT = Path.of("src/test/resources/cases");
    private static final Pattern WORD = Pattern.compile("([a-zA-Z0-9]+=)?\"([^\"]*)\"|\\S+");

    /// One expected finding with those of its values that the case names.
    record Expected(String severity, String code, String subject, Map<String, String> evidence) {

        static Expected parse(String line) {
            var words = words(line);
            var evidence = new LinkedHashMap<String, String>();
            for (var word : words.subList(3, words.size())) {
                int equals = word.indexOf('=');
                evidence.put(word.substring(0, equals), word.substring(equals + 1));
            }
            return new Expected(words.get(0), words.get(1), words.get(2), evidence);
        }

        /// The finding as this expectation sees it: only the values it names.
        Expected seenIn(Finding finding) {
            var seen = new LinkedHashMap<String, String>();
            evidence.keySet()
                    .forEach(
                            key -> seen.put(key, shown(finding.evidence().getOrDefault(key, "-"))));
            return new Expected(finding.severity().name(), finding.code(), finding.subject(), seen);
        }
    }

    static List<Case> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .map(Case::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path file) {
        return parse(file, text(file));
    }

    private static Case parse(Path file, String text) {
        var settings = new LinkedHashMap<String, List<String>>();
        var zone = new StringBuilder();
        var findings = new ArrayList<Expected>();
        var head = new StringBuilder();
        var part = "head";
        for (var line : text.lines().toList()) {
            if (!part.equals("findings")) {
                head.append(line).append('\n');
            }
            if (line.equals("zone") || line.equals("findings")) {
                part = line;
            } else if (part.equals("zone")) {
                zone.append(line).append('\n');
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (part.equals("findings")) {
                    findings.add(Expected.parse(line));
                } else {
                    var words = line.split("\\s+", 2);
                    settings.computeIfAbsent(words[0], _ -> new ArrayList<>())
                            .add(words[1].strip());
                }
            }
        }
        return new Case(file, settings, zone.toString(), findings, head.toString());
    }

    String check() {
        return setting("check").getFirst();
    }

    Target target() {
        var profile = setting("profile");
        return new Target(
                DnsName.of(setting("domain").getFirst()),
                profile.isEmpty()
                        ? Profile.SENDS_AND_RECEIVES
                        : Profile.valueOf(profile.getFirst()),
                setting("selector").stream()
                        .map(name -> new KnownSelector(name, KnownSelector.Origin.DECLARED))
                        .toList(),
                setting("host").stream().map(ip -> IpText.parse(ip).orElseThrow()).toList(),
                past());
    }

    private List<SelectorPast> past() {
        var signed = setting("signed").stream().map(Case::words);
        var unchanged = setting("unchanged").stream().map(Case::words);
        return Stream.<SelectorPast>concat(
                        signed.map(w -> new SelectorPast.Signed(w.get(0), day(w.get(1)))),
                        unchanged.map(w -> new SelectorPast.Unchanged(w.get(0), day(w.get(1)))))
                .toList();
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The message in the file beside the case, as it was received.
    ReceivedMessage message() {
        return new ReceivedMessage(
                RawMessage.of(file.resolveSibling(setting("mail").getFirst())),
                setting("helo").getFirst(),
                IpText.parse(setting("ip").getFirst()).orElseThrow(),
                setting("mail-from").getFirst().replaceAll("[<>]", ""),
                setting("rcpt-to"),
                new TlsFacts.Unseen(),
                Instant.parse(setting("time").getFirst()));
    }

    /// The built-in table of DNS lists, or the one that stands beside the case, with the lists that
    /// the case disables.
    ListTable lists() {
        return setting("lists").stream()
                .map(name -> file.resolveSibling(name + ".lists"))
                .map(Case::text)
                .map(ListTable.builtIn()::extendedBy)
                .findFirst()
                .orElseGet(ListTable::builtIn)
                .disabling(setting("disabled").stream().map(Case::disabled).toList());
    }

    private static Disabled disabled(String text) {
        var words = words(text);
        return new Disabled(
                words.get(0),
                SubjectKind.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
                Trouble.valueOf(words.get(2)),
                day(words.get(3)));
    }

    /// The roots of mark certificates that come with the program, or those that stand beside the
    /// case.
    MarkRoots marks() {
        return setting("marks").stream()
                .map(name -> file.resolveSibling(name + ".marks"))
                .map(Case::text)
                .map(MarkRoots::of)
                .findFirst()
                .orElseGet(MarkRoots::builtIn);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> setting(String name) {
        return settings.getOrDefault(name, List.of());
    }

    World world() {
        return World.read(zone);
    }

    Dns dns() {
        return new ZoneDns(world().zone());
    }

    /// The case with other findings, as file text.
    String rewritten(List<Finding> actual) {
        var out = new StringBuilder(head);
        for (var finding : actual) {
            out.append(finding.severity()).append(' ').append(finding.code()).append(' ');
            out.append(quoted("", finding.subject()));
            finding.evidence()
                    .forEach((name, value) -> {
                        var text = shown(value);
                        if (text.length() <= 80 && !text.contains("{")) {
                            out.append(' ').append(quoted(name + "=", text));
                        }
                    });
            out.append('\n');
        }
        return out.toString();
    }

    private static String quoted(String name, String text) {
        boolean plain = !text.isEmpty() && !text.contains(" ") && !text.contains("\"");
        return name + (plain ? text : "\"" + text.replace('"', '\'') + "\"");
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(line);
        while (matcher.find()) {
            var quoted = matcher.group(2);
            var name = matcher.group(1) == null ? "" : matcher.group(1);
            words.add(quoted == null ? matcher.group() : name + quoted);
        }
        return words;
    }

    static String shown(Object value) {
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Case::shown).toList()).replace('"', '\'');
        }
        return String.valueOf(value).replace('"', '\'').replaceAll("[\r\n]+", " ");
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
