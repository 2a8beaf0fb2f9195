package posthorn.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the completion for fish, with a word about everything.
final class FishCompletion {

    private final List<Verb<?>> verbs;
    private final Messages messages;

    FishCompletion(List<Verb<?>> verbs, Messages messages) {
        this.verbs = List.copyOf(verbs);
        this.messages = messages;
    }

    String script() {
        return Stream.of(
                        Stream.of("complete -c posthorn -f\n"),
                        verbs.stream().map(this::name),
                        BashCompletion.LAUNCHER.stream().map(FishCompletion::launcher),
                        verbs.stream().flatMap(this::options))
                .flatMap(lines -> lines)
                .collect(Collectors.joining());
    }

    private String name(Verb<?> verb) {
        return launcher(verb.name()).stripTrailing()
                + " -d "
                + quoted(messages.say("help." + verb.name()))
                + "\n";
    }

    private static String launcher(String word) {
        return "complete -c posthorn -n __fish_use_subcommand -a " + word + "\n";
    }

    private Stream<String> options(Verb<?> verb) {
        var behind = "complete -c posthorn -n '__fish_seen_subcommand_from " + verb.name() + "'";
        return Stream.concat(
                verb.argument().stream()
                        .filter(a -> !a.words().isEmpty() || BashCompletion.isFile(a))
                        .map(argument -> behind + argument(argument) + "\n"),
                Stream.concat(verb.options().stream(), Stream.of(Option.BATCH))
                        .map(option -> behind + option(verb, option) + "\n"));
    }

    private static String argument(Option argument) {
        return BashCompletion.isFile(argument)
                ? " -F"
                : " -a " + quoted(String.join(" ", argument.words()));
    }

    private String option(Verb<?> verb, Option option) {
        var names =
                option.names().stream().map(name -> " -l " + name).collect(Collectors.joining());
        return names
                + value(option)
                + " -d "
                + quoted(messages.say(Help.key(messages, verb, option)));
    }

    private static String value(Option option) {
        if (option.isToggle()) {
            return "";
        }
        return BashCompletion.isFile(option)
                ? " -r -F"
                : " -x -a " + quoted(String.join(" ", option.words()));
    }

    /// A text of ours as one word: in quotation marks, where only these and the backslash count.
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
