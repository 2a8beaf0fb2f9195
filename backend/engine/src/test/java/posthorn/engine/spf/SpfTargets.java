package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import posthorn.engine.check.Parsed;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;

/// The parsers of SPF.
public final class SpfTargets {

    private static final int MAX_EXPANDED = 20_000;
    private static final int MAX_QUESTIONS = 250;
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Source SOURCE = Source.local("fuzz");

    private SpfTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("spf-record", SpfTargets::record, PIECES),
                Target.latin1("spf-macro", SpfTargets::macro, MACROS),
                Target.latin1("spf-evaluation", SpfTargets::evaluation, PIECES));
    }

    private static final String[] MACROS = {
        "%{s}",
        "%{ir}",
        "%{l2r+-}",
        "%{D255r}",
        "%{p}",
        "%{h}",
        "%{c}",
        "%{T}",
        "%%",
        "%_",
        "%-",
        "%{",
        "}",
        "example.org",
        ".",
        "x-y.a",
        "%{o0}",
        "%{L129}",
        "%{v1r.-+,/_=}"
    };

    private static final String[] PIECES = {
        "v=spf1 include:a.example.net ip4:192.0.2.0/24 -all",
        "include:",
        "redirect=",
        "exp=",
        "a",
        "mx",
        "ptr",
        "exists:",
        "ip4:",
        "ip6:",
        "all",
        " ",
        "-",
        "~",
        "/24",
        "//64",
        "%{i}",
        "%{ir}.%{v}",
        "%{d}",
        "example.org",
        "a.example.net",
        "192.0.2.1",
        "2001:db8::",
        "ip4:192.0.2.1/33 ",
        "a:x//129 ",
        " note=%{l1r-} ",
        "\n",
        "v=spf1 "
    };

    private static void record(String input) {
        var text = SpfRecord.VERSION + " " + input;

        var record = SpfParser.read(text);

        assertThat(SpfRecord.isSpf(text)).isTrue();
        Places.lie(record.faults(), text);
        int end = SpfRecord.VERSION.length();
        for (var term : record.terms()) {
            Places.stands(term.text(), term.at(), text);
            assertThat(term.at()).isGreaterThan(end);
            end = term.at() + term.text().length();
        }
        assertThat(SpfParser.parse(text) instanceof Parsed.Valid).isEqualTo(record.isValid());
        var again = SpfParser.read(record.without(List.of()));
        assertThat(again.terms()).extracting(Term::text).isEqualTo(texts(record));
        assertThat(again.faults()).hasSameSizeAs(record.faults());
    }

    private static List<String> texts(SpfRecord record) {
        return record.terms().stream().map(Term::text).toList();
    }

    private static void macro(String input) {
        MacroString.parse(input).ifPresent(macro -> expands(macro, input));
        MacroString.parseExplanation(input).ifPresent(macro -> expands(macro, input));
    }

    private static void expands(MacroString macro, String input) {
        assertThat(macro.source()).isEqualTo(input);
        var expanded = macro.expand(letter -> letter + ".b-c+d/e,f_g=h");
        assertThat(expanded).hasSizeLessThanOrEqualTo(MAX_EXPANDED);
        boolean plain = macro.parts().stream().allMatch(MacroString.Part.Literal.class::isInstance);
        if (plain) {
            assertThat(input.endsWith(expanded)).isTrue();
        }
        assertThat(macro.letters()).hasSize((int) macros(macro));
        var unused = macro.isDomainSpec();
        assertThat(unused && macro.parts().isEmpty()).isFalse();
    }

    private static long macros(MacroString macro) {
        return macro.parts().stream().filter(MacroString.Part.Macro.class::isInstance).count();
    }

    /// Each line is a record; the name that is asked for chooses one.
    private static void evaluation(String input) {
        var lines = input.lines().collect(Collectors.toList());
        lines.add("v=spf1 " + input.replace('\n', ' '));
        var dns = new LinesDns(lines);
        var query =
                new SpfQuery(
                        IpText.parse("192.0.2.1").orElseThrow(),
                        "mail.example.org",
                        "alice@example.org",
                        "");

        var result = new SpfEvaluator(dns, CLOCK).evaluate(query);

        assertThat(result.lookups()).isLessThanOrEqualTo(10);
        assertThat(result.voids()).isLessThanOrEqualTo(3);
        assertThat(dns.asked).isLessThanOrEqualTo(MAX_QUESTIONS);
    }

    private static final class LinesDns implements Dns {
        private final List<String> lines;
        private int asked;

        LinesDns(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public Answer<Rdata> ask(Question question) {
            asked++;
            int chosen = Math.floorMod(question.name().text().hashCode(), lines.size());
            var line = asked == 1 ? lines.getLast() : lines.get(chosen);
            return switch (question.type()) {
                case TXT, SPF -> data(Rdata.Text.of(line));
                case A, AAAA ->
                        IpText.parse(line)
                                .map(ip -> data(new Rdata.Address(ip)))
                                .orElse(new Answer.NoData<>(List.of(), SOURCE));
                case MX -> data(new Rdata.Mx(10, DnsName.of("mx.example.org")));
                default -> data(new Rdata.Target(DnsName.of("mail.example.org")));
            };
        }

        private static Answer<Rdata> data(Rdata rdata) {
            return new Answer.Data<>(List.of(rdata), 60, false, List.of(), SOURCE);
        }
    }
}
