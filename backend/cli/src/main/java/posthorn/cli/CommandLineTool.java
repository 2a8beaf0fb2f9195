package posthorn.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The command line as a function from arguments to an exit status.
final class CommandLineTool {

    /// The version of the JSON, see docs/cli-schema.json.
    static final int SCHEMA = 1;

    static final List<Verb<?>> VERBS =
            List.of(
                    new CheckVerb(),
                    new VerifyVerb(),
                    new SpfVerb(),
                    new DkimVerb(),
                    new DmarcVerb(),
                    new RecordsVerb(),
                    new ListsVerb(),
                    new ExplainVerb(),
                    new CompletionVerb());

    private final Streams streams;
    private final Work work;

    CommandLineTool(Streams streams, Clock clock) {
        this.streams = streams;
        this.work = new Work(clock, streams);
    }

    /// Runs one command.
    int run(String... args) {
        var messages = Messages.in(language(args));
        try {
            return run(messages, List.of(args));
        } catch (UsageError e) {
            streams.err().println("posthorn: " + e.sentence(messages));
            return Status.USAGE;
        } catch (RuntimeException e) {
            streams.err().println("posthorn: " + Fault.sentence(e, messages));
            return Status.FAULT;
        }
    }

    /// The language has to be known before the arguments are understood.
    private String language(String... args) {
        var given = Arguments.languageOf(args);
        return given.filter(l -> l.equals("de") || l.equals("en")).orElseGet(streams::language);
    }

    private int run(Messages messages, List<String> args) {
        if (args.isEmpty() || isHelp(args.getFirst())) {
            new Help(streams, messages).overview(VERBS);
            return args.isEmpty() ? Status.USAGE : Status.FINE;
        }
        var verb = verb(args.getFirst());
        var rest = args.subList(1, args.size());
        if (rest.stream().anyMatch(CommandLineTool::isHelp)) {
            new Help(streams, messages).of(verb);
            return Status.FINE;
        }
        var values = Arguments.of(verb, rest);
        checkLanguage(values);
        return values.has(Option.BATCH.name())
                ? new Batch<>(verb, values, streams, work.ofBatch(), messages).run()
                : once(verb, values, messages);
    }

    private static boolean isHelp(String arg) {
        return arg.equals("--help") || arg.equals("-h") || arg.equals("help");
    }

    static void checkLanguage(Values values) {
        values.one("lang")
                .filter(l -> !l.equals("de") && !l.equals("en"))
                .ifPresent(l -> {
                    throw UsageError.of("lang").with("value", l);
                });
    }

    private static Verb<?> verb(String name) {
        return VERBS.stream()
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        UsageError.of("verb")
                                .with("value", name)
                                .with(
                                        "verbs",
                                        VERBS.stream()
                                                .map(Verb::name)
                                                .collect(Collectors.joining(", "))));
    }

    private <R> int once(Verb<R> verb, Values values, Messages messages) {
        var result = verb.run(values, work);
        if (values.has("json")) {
            streams.out().println(Json.write(json(verb, result, messages, Map.of())));
        } else {
            verb.print(result, new Page(streams, messages));
        }
        streams.out().flush();
        return verb.status(result);
    }

    /// The whole JSON object of a result. `id` is empty, or holds that one key.
    static <R> Map<String, @Nullable Object> json(
            Verb<R> verb, R result, Messages messages, Map<String, @Nullable Object> id) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("schema", SCHEMA);
        json.putAll(id);
        json.put("verb", verb.name());
        json.put("status", verb.status(result));
        json.putAll(verb.json(result, messages));
        return json;
    }
}
