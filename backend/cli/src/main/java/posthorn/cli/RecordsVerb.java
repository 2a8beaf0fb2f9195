package posthorn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Recorder;
import posthorn.engine.outside.Transcript;
import posthorn.engine.records.Place;
import posthorn.engine.records.RecordSurvey;
import posthorn.engine.records.Row;

/// `records DOMAIN`: every record that mail has to do with, at each resolver and each name server
/// of the zone.
final class RecordsVerb implements Verb<RecordsVerb.Outcome> {

    /// What was found, and what the first resolver and the name servers were asked for it.
    record Outcome(RecordSurvey survey, Transcript transcript) {}

    @Override
    public String name() {
        return "records";
    }

    @Override
    public Optional<Option> argument() {
        return Optional.of(Option.one("domain", "DOMAIN"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.many("selector", "S"),
                Option.RESOLVER,
                Option.ZONE,
                Option.LANG,
                Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var domain = CheckVerb.onlyDomain(values, name());
        var selectors = values.all("selector").stream().map(CheckVerb::selector).toList();
        var target = new Target(domain, Profile.SENDS_AND_RECEIVES, selectors, List.of());
        var resolvers = new ArrayList<>(work.resolvers(values));
        var first = resolvers.getFirst();
        var recorder = new Recorder(work.outside(values).with(first.dns()));
        resolvers.set(0, new RecordSurvey.Resolver(first.name(), recorder.outside().dns()));
        return new Outcome(
                RecordSurvey.of(target, resolvers, recorder.outside()), recorder.transcript());
    }

    @Override
    public int status(Outcome outcome) {
        if (outcome.survey().differs()) {
            return Status.WARNINGS;
        }
        return outcome.survey().isUnknown() ? Status.UNKNOWN : Status.FINE;
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var survey = outcome.survey();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("domain", survey.domain());
        json.put("unicode", survey.domain().unicode());
        survey.zone().ifPresent(zone -> json.put("zone", zone));
        json.put("places", survey.places().stream().map(RecordsVerb::place).toList());
        json.put("records", survey.rows().stream().map(row -> row(row, survey.places())).toList());
        json.put("transcript", outcome.transcript().text());
        return json;
    }

    private static Map<String, Object> place(Place place) {
        return switch (place) {
            case Place.Resolver(var name) -> Json.object("kind", "resolver", "name", name);
            case Place.NameServer(var name, var address) ->
                    Json.object("kind", "name-server", "name", name, "address", IpText.of(address));
        };
    }

    private static Map<String, Object> row(Row row, List<Place> places) {
        return Json.object(
                "name",
                row.question().name(),
                "type",
                row.question().type(),
                "differs",
                row.differs(),
                "answers",
                row.seen().stream().map(seen -> seen(seen, places)).toList());
    }

    private static Map<String, Object> seen(Row.Seen seen, List<Place> places) {
        var json = new LinkedHashMap<String, Object>();
        json.put("place", places.indexOf(seen.place()));
        json.put("answer", word(seen.answer()));
        if (seen.answer() instanceof Answer.Data<?> data && data.ttl() >= 0) {
            json.put("ttl", data.ttl());
        }
        json.put("aliases", seen.answer().aliases());
        json.put("records", seen.answer().records().stream().map(MasterText::of).toList());
        return json;
    }

    private static String word(Answer<?> answer) {
        return switch (answer) {
            case Answer.Data<?> _ -> "DATA";
            case Answer.NoData<?> _ -> "NODATA";
            case Answer.NxDomain<?> _ -> "NXDOMAIN";
            case Answer.Failed<?>(var failure, _, _) -> failure.toString();
        };
    }

    @Override
    public void print(Outcome outcome, Page page) {
        new RecordsReport(outcome.survey(), page).print();
    }
}
