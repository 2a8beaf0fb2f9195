package posthorn.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the arguments of a verb: `--name VALUE` or `--name=VALUE` in any order, and behind `--`
/// only arguments without a name. Written by hand because loading a library for it takes as long as
/// all the rest of a short run.
final class Arguments {

    private static final String START = "--";

    private final Verb<?> verb;
    private final Map<String, Option> options;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Arguments(Verb<?> verb) {
        this.verb = verb;
        this.options = verb.optionsByName();
        options.put(Option.BATCH.name(), Option.BATCH);
    }

    /// The values of the options among `args`.
    ///
    /// @throws UsageError if they do not make sense
    static Values of(Verb<?> verb, List<String> args) {
        return new Arguments(verb).read(args);
    }

    private Values read(List<String> args) {
        var rest = args.iterator();
        boolean named = true;
        while (rest.hasNext()) {
            var arg = rest.next();
            if (named && arg.equals(START)) {
                named = false;
            } else if (named && arg.startsWith("-") && arg.length() > 1) {
                option(arg, rest);
            } else {
                positional(arg);
            }
        }
        return new Values(values);
    }

    private void option(String arg, Iterator<String> rest) {
        int equals = arg.indexOf('=');
        var typed = equals < 0 ? arg : arg.substring(0, equals);
        var option =
                known(typed)
                        .orElseThrow(() ->
                                UsageError.of("option")
                                        .with("value", arg)
                                        .with("verb", verb.name()));
        if (option.isToggle()) {
            toggle(option, equals < 0 ? "true" : arg.substring(equals + 1));
        } else {
            put(option, equals < 0 ? value(option, rest) : arg.substring(equals + 1));
        }
    }

    private Optional<Option> known(String typed) {
        return typed.startsWith(START)
                ? Optional.ofNullable(options.get(typed.substring(START.length())))
                : Optional.empty();
    }

    private void toggle(Option option, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw UsageError.of("switch").with("option", START + option.name());
        }
        put(option, value);
    }

    private String value(Option option, Iterator<String> rest) {
        if (rest.hasNext()) {
            var value = rest.next();
            if (known(value).isEmpty() && !value.equals(START)) {
                return value;
            }
        }
        throw UsageError.of("value").with("option", START + option.name());
    }

    private void put(Option option, String value) {
        var all = values.computeIfAbsent(option.name(), _ -> new ArrayList<>());
        if (option.many()) {
            all.addAll(List.of(value.split(",", -1)));
        } else if (all.isEmpty()) {
            all.add(value);
        } else {
            throw UsageError.of("twice").with("option", START + option.name());
        }
    }

    private void positional(String arg) {
        var option = verb.argument();
        if (option.isEmpty()) {
            throw UsageError.of("option").with("value", arg).with("verb", verb.name());
        }
        var all = values.computeIfAbsent(option.get().name(), _ -> new ArrayList<>());
        if (!all.isEmpty() && !option.get().many()) {
            throw UsageError.of("too-many").with("value", arg).with("verb", verb.name());
        }
        all.add(arg);
    }

    /// The value of `--lang`, wherever it stands.
    static Optional<String> languageOf(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                return Optional.of(args[i].substring("--lang=".length()));
            }
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }
}
