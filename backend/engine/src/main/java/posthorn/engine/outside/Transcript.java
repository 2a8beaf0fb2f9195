package posthorn.engine.outside;

import java.util.List;
import java.util.stream.Collectors;

/// What a run asked and what came back, in the order of asking. Its text is zone text: read again
/// by [ZoneReader] it gives the same answers.
public record Transcript(List<Entry> entries) {

    /// One question with its answer.
    public record Entry(Question question, Answer<Rdata> answer) {

        private String text() {
            var lines = new StringBuilder();
            var owner = question.name();
            for (var target : answer.aliases()) {
                lines.append(line(owner, "", "CNAME " + new Rdata.Target(target), ""));
                owner = target;
            }
            return lines.append(own(owner)).toString();
        }

        private String own(DnsName owner) {
            var type = question.type();
            return switch (answer) {
                case Answer.Data<Rdata>(var records, var ttl, var secure, _, var source) ->
                        records.stream()
                                        .map(r -> data(owner, ttl, r, source))
                                        .collect(Collectors.joining())
                                + (secure ? line(owner, "", "!SECURE " + type, "") : "");
                case Answer.NoData<Rdata>(_, var source) ->
                        line(owner, "", "!NODATA " + type, comment(source));
                case Answer.NxDomain<Rdata>(_, var source) ->
                        line(owner, "", "!NXDOMAIN " + type, comment(source));
                case Answer.Failed<Rdata>(var failure, _, var source) ->
                        line(owner, "", "!" + failure + " " + type, comment(source));
            };
        }

        private String data(DnsName owner, long ttl, Rdata rdata, Source source) {
            var text = question.type() + " " + MasterText.of(rdata);
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
    }

    /// Nothing asked.
    public static Transcript empty() {
        return new Transcript(List.of());
    }

    /// The zone text, one line for each record, alias or failure; no line twice.
    public String text() {
        return entries.stream()
                .flatMap(entry -> entry.text().lines())
                .distinct()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
