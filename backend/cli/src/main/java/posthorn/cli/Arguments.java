package posthorn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Reads the arguments of a verb.
final class Arguments {

    static final String BATCH = "batch";

    private Arguments() {}

    /// The values of the options among `args`.
    ///
    /// @throws UsageError if they do not make sense
    static Values of(Verb<?> verb, List<String> args) {
        var command = new CommandLine(spec(verb));
        try {
            return values(verb, command.parseArgs(args.toArray(String[]::new)));
        } catch (CommandLine.UnmatchedArgumentException e) {
            throw UsageError.of("option")
                    .with("value", e.getUnmatched().getFirst())
                    .with("verb", verb.name());
        } catch (CommandLine.MissingParameterException e) {
            throw UsageError.of("value").with("option", "--" + name(e.getMissing().getFirst()));
        } catch (CommandLine.OverwrittenOptionException e) {
            throw UsageError.of("twice").with("option", "--" + name(e.getOverwritten()));
        } catch (CommandLine.ParameterException e) {
            throw UsageError.of("arguments").with("why", String.valueOf(e.getMessage()));
        }
    }

    private static String name(CommandLine.Model.ArgSpec spec) {
        return spec instanceof OptionSpec option
                ? option.longestName().substring(2)
                : spec.paramLabel();
    }

    private static CommandSpec spec(Verb<?> verb) {
        var spec = CommandSpec.create().name("posthorn " + verb.name());
        verb.options().stream()
                .filter(option -> !option.name().equals(verb.positional()))
                .forEach(option -> spec.addOption(spec(option)));
        spec.addOption(spec(Option.toggle(BATCH)));
        if (!verb.positional().isEmpty()) {
            spec.addPositional(
                    PositionalParamSpec.builder()
                            .paramLabel(verb.positional())
                            .arity("0..*")
                            .type(List.class)
                            .auxiliaryTypes(String.class)
                            .build());
        }
        return spec;
    }

    private static OptionSpec spec(Option option) {
        var spec = OptionSpec.builder("--" + option.name());
        if (option.isToggle()) {
            return spec.type(boolean.class).arity("0").build();
        }
        spec.paramLabel(option.label()).arity("1");
        return option.many()
                ? spec.type(List.class).auxiliaryTypes(String.class).splitRegex(",").build()
                : spec.type(String.class).build();
    }

    private static Values values(Verb<?> verb, CommandLine.ParseResult parsed) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var option : parsed.matchedOptions()) {
            values.put(name(option), texts(option.getValue()));
        }
        for (var positional : parsed.matchedPositionals()) {
            values.put(verb.positional(), texts(positional.getValue()));
        }
        return new Values(values);
    }

    private static List<String> texts(Object value) {
        var texts = new ArrayList<String>();
        if (value instanceof List<?> list) {
            list.forEach(element -> texts.add(String.valueOf(element)));
        } else {
            texts.add(String.valueOf(value));
        }
        return texts;
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
