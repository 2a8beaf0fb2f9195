package posthorn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.records.Place;
import posthorn.engine.records.RecordSurvey;
import posthorn.engine.records.Row;

/// The records of a domain for people: lines of a zone file, and below them who says otherwise.
final class RecordsReport {

    private final RecordSurvey survey;
    private final Page page;
    private final Messages messages;

    RecordsReport(RecordSurvey survey, Page page) {
        this.survey = survey;
        this.page = page;
        this.messages = page.messages();
    }

    void print() {
        var name = survey.domain();
        var unicode = name.unicode();
        var shown = unicode.equals(name.text()) ? unicode : unicode + " (" + name + ")";
        page.head(0, shown, Page.Ink.STRONG, "");
        page.text(0, asked(), Page.Ink.FAINT);
        page.blank();
        survey.rows().stream().filter(row -> !row.isEmpty()).forEach(this::row);
        nothing();
        summary();
    }

    private String asked() {
        var places = survey.places().stream().map(this::name).collect(Collectors.joining(", "));
        return survey.zone()
                .map(zone ->
                        messages.say(
                                "records.asked", Map.of("zone", zone.text(), "places", places)))
                .orElseGet(() -> messages.say("records.asked-no-zone", Map.of("places", places)));
    }

    private String name(Place place) {
        return switch (place) {
            case Place.Resolver(var name) -> messages.say("records.resolver", Map.of("name", name));
            case Place.NameServer(var name, var address) -> name + " (" + IpText.of(address) + ")";
        };
    }

    private String names(List<Place> places) {
        return places.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private void row(Row row) {
        var versions = row.versions();
        if (!versions.isEmpty()) {
            lines(row.question(), versions.getFirst().answer(), 0);
        }
        for (var other : versions.subList(Math.min(1, versions.size()), versions.size())) {
            page.text(
                    2,
                    messages.say("records.differs", Map.of("places", names(other.places()))),
                    Page.Ink.BAD);
            lines(row.question(), other.answer(), 4);
        }
        row.silent().stream()
                .collect(
                        Collectors.groupingBy(
                                seen -> failure(seen.answer()),
                                TreeMap::new,
                                Collectors.mapping(Row.Seen::place, Collectors.toList())))
                .forEach((failure, places) -> silent(row.question(), failure, places));
    }

    private static String failure(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var failure, _, _) ? failure.toString() : "";
    }

    private void silent(Question question, String failure, List<Place> places) {
        page.text(
                2,
                messages.say(
                        "records.silent",
                        Map.of(
                                "question",
                                question.name() + " " + question.type(),
                                "failure",
                                failure,
                                "places",
                                names(places))),
                Page.Ink.UNSURE);
    }

    /// The answer as a zone file has it.
    private void lines(Question question, Answer<Rdata> answer, int indent) {
        var owner = question.name();
        for (var target : answer.aliases()) {
            page.copy(indent, owner + ". CNAME " + target + ".");
            owner = target;
        }
        for (var record : sorted(answer)) {
            page.copy(indent, line(owner, ttl(answer), question, record));
        }
        if (answer.isVoid()) {
            page.text(
                    indent,
                    messages.say("records.none", Map.of("question", owner + " " + question.type())),
                    Page.Ink.FAINT);
        }
    }

    private static List<String> sorted(Answer<Rdata> answer) {
        return answer.records().stream().map(MasterText::of).sorted().toList();
    }

    private static String ttl(Answer<?> answer) {
        return answer instanceof Answer.Data<?> data && data.ttl() >= 0 ? data.ttl() + " " : "";
    }

    private static String line(DnsName owner, String ttl, Question question, String record) {
        return (owner.isRoot() ? "." : owner + ".") + " " + ttl + question.type() + " " + record;
    }

    private void nothing() {
        var empty =
                survey.rows().stream()
                        .filter(Row::isEmpty)
                        .map(row -> row.question().name() + " " + row.question().type())
                        .toList();
        if (!empty.isEmpty()) {
            page.blank();
            page.text(
                    0,
                    messages.say("records.nothing", Map.of("questions", String.join(", ", empty))),
                    Page.Ink.FAINT);
        }
    }

    private void summary() {
        var words = new ArrayList<String>();
        if (survey.differs()) {
            words.add(messages.say("records.summary.differs"));
        } else if (!survey.isUnknown() && survey.places().size() > 1) {
            words.add(messages.say("records.summary.agree"));
        }
        if (survey.isUnknown()) {
            words.add(messages.say("records.summary.unknown"));
        }
        if (!words.isEmpty()) {
            page.blank();
            page.text(0, String.join(" ", words), survey.differs() ? Page.Ink.BAD : Page.Ink.PLAIN);
        }
    }
}
