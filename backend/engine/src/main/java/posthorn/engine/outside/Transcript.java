package posthorn.engine.outside;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run asked and what came back, in the order of asking. Its text is that of a [World]: read
/// again it gives the same answers.
///
/// @param entries questions to the DNS by way of resolvers; zone text
/// @param dialogues what others were asked; sections behind it
public record Transcript(List<Entry> entries, List<Dialogue> dialogues) {

    /// One question with its answer.
    public record Entry(Question question, Answer<Rdata> answer) {

        String text() {
            var lines = new StringBuilder();
            var owner = question.name();
            for (var target : answer.aliases()) {
                lines.append(line(owner, "", "CNAME " + new Rdata.Target(target), ""));
                owner = target;
            }
            return lines.append(own(owner)).toString();
        }

        private String own(DnsName owner) {
            var kind = question.kind();
            return switch (answer) {
                case Answer.Data<Rdata>(var records, var ttl, var secure, _, var source) ->
                        records.stream()
                                        .map(r -> data(owner, ttl, r, source))
                                        .collect(Collectors.joining())
                                + (secure ? line(owner, "", "!SECURE " + kind, "") : "");
                case Answer.NoData<Rdata>(_, var ttl, var source) ->
                        line(owner, told(ttl), "!NODATA " + kind, comment(source));
                case Answer.NxDomain<Rdata>(_, var ttl, var source) ->
                        line(owner, told(ttl), "!NXDOMAIN " + kind, comment(source));
                case Answer.Failed<Rdata>(var failure, _, var source) ->
                        line(owner, "", "!" + failure + " " + kind, comment(source));
            };
        }

        private static String told(long ttl) {
            return ttl == Answer.UNTOLD ? "" : ttl + " ";
        }

        private String data(DnsName owner, long ttl, Rdata rdata, Source source) {
            var type = rdata instanceof Rdata.Rrsig ? RecordType.RRSIG : question.type();
            var text = type + " " + MasterText.of(rdata);
            return line(owner, ttl + " ", text, comment(source));
        }

        private static String line(DnsName owner, String ttl, String text, String comment) {
            var name = owner.isRoot() ? "." : owner.text() + ".";
            return name + " " + ttl + text + comment + "\n";
        }

        private static String comment(Source source) {
            return "  ; %s%s, %d ms"
                    .formatted(
                            source.server(),
                            source.authoritative() ? " aa" : "",
                            source.took().toMillis());
        }
    }

    public Transcript {
        entries = List.copyOf(entries);
        dialogues = List.copyOf(dialogues);
    }

    /// Only the DNS was asked.
    public Transcript(List<Entry> entries) {
        this(entries, List.of());
    }

    /// The same without times and without who answered, to tell whether the outside has changed.
    public Transcript bare() {
        return new Transcript(
                entries.stream().map(Transcript::bare).toList(),
                dialogues.stream().map(Transcript::bare).toList());
    }

    private static Entry bare(Entry entry) {
        return new Entry(entry.question(), bare(entry.answer()));
    }

    private static Dialogue bare(Dialogue dialogue) {
        return switch (dialogue) {
            case Dialogue.WithResolver(var number, var entries) ->
                    new Dialogue.WithResolver(
                            number, entries.stream().map(Transcript::bare).toList());
            case Dialogue.WithServer(var server, var transport, var question, var answer) ->
                    new Dialogue.WithServer(server, transport, question, bare(answer));
            case Dialogue.Mail(var address, var answer) -> new Dialogue.Mail(address, bare(answer));
            case Dialogue.Web web -> web;
            case Dialogue.Registered registered -> registered;
        };
    }

    private static SmtpAnswer bare(SmtpAnswer answer) {
        return answer instanceof SmtpAnswer.Spoke(var greeting, _, var ehlo, var startTls)
                ? new SmtpAnswer.Spoke(greeting, Duration.ZERO, ehlo, startTls)
                : answer;
    }

    private static Answer<Rdata> bare(Answer<Rdata> answer) {
        return switch (answer) {
            case Answer.Data<Rdata>(var records, _, var secure, var aliases, var source) ->
                    new Answer.Data<>(unsigned(records), 0, secure, aliases, bare(source));
            case Answer.NoData<Rdata>(var aliases, _, var source) ->
                    new Answer.NoData<>(aliases, bare(source));
            case Answer.NxDomain<Rdata>(var aliases, _, var source) ->
                    new Answer.NxDomain<>(aliases, bare(source));
            case Answer.Failed<Rdata>(var failure, var aliases, var source) ->
                    new Answer.Failed<>(failure, aliases, bare(source));
        };
    }

    /// Signatures come and go without anything being changed; those of some servers are new each
    /// time.
    private static List<Rdata> unsigned(List<Rdata> records) {
        return records.stream().filter(record -> !(record instanceof Rdata.Rrsig)).toList();
    }

    private static Source bare(Source source) {
        return new Source("", source.authoritative(), Duration.ZERO);
    }

    /// How many questions were asked, and how many hosts visited.
    ///
    /// @param dns questions to resolvers
    /// @param servers questions to name servers
    /// @param mail addresses of mail servers
    /// @param web files of web servers, and registries
    public record Asked(int dns, int servers, int mail, int web) {}

    /// How much was asked.
    public Asked asked() {
        return new Asked(
                entries.size() + toOthers(),
                count(Dialogue.WithServer.class),
                count(Dialogue.Mail.class),
                count(Dialogue.Web.class) + count(Dialogue.Registered.class));
    }

    private int toOthers() {
        return dialogues.stream()
                .mapToInt(dialogue ->
                        dialogue instanceof Dialogue.WithResolver(_, var asked) ? asked.size() : 0)
                .sum();
    }

    private int count(Class<? extends Dialogue> kind) {
        return (int) dialogues.stream().filter(kind::isInstance).count();
    }

    /// Several as one; what is in more than one of them was asked once.
    public static Transcript joined(List<Transcript> transcripts) {
        var entries = new LinkedHashMap<Question, Entry>();
        var dialogues = new LinkedHashMap<Object, Dialogue>();
        for (var transcript : transcripts) {
            transcript.entries().forEach(entry -> entries.putIfAbsent(entry.question(), entry));
            transcript
                    .dialogues()
                    .forEach(dialogue ->
                            dialogues.merge(dialogue.whom(), dialogue, Transcript::joined));
        }
        return new Transcript(List.copyOf(entries.values()), List.copyOf(dialogues.values()));
    }

    /// What another resolver was asked comes together; all else was asked once.
    private static Dialogue joined(Dialogue first, Dialogue other) {
        if (!(first instanceof Dialogue.WithResolver(var number, var some))
                || !(other instanceof Dialogue.WithResolver(_, var more))) {
            return first;
        }
        var entries = new LinkedHashMap<Question, Entry>();
        Stream.concat(some.stream(), more.stream())
                .forEach(entry -> entries.putIfAbsent(entry.question(), entry));
        return new Dialogue.WithResolver(number, List.copyOf(entries.values()));
    }

    /// Nothing asked.
    public static Transcript empty() {
        return new Transcript(List.of());
    }

    /// The text: one line for each record, alias or failure, none twice; then the sections, and how
    /// much was asked.
    public String text() {
        var zone =
                entries.stream()
                        .flatMap(entry -> entry.text().lines())
                        .distinct()
                        .map(line -> line + "\n");
        return Stream.concat(zone, dialogues.stream().map(Dialogue::text))
                        .collect(Collectors.joining())
                + count();
    }

    private String count() {
        if (entries.isEmpty() && dialogues.isEmpty()) {
            return "";
        }
        var asked = asked();
        return "; asked: DNS %d, name servers %d, mail servers %d, web servers %d\n"
                .formatted(asked.dns(), asked.servers(), asked.mail(), asked.web());
    }
}
