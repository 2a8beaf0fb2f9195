package posthorn.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the completion for bash; zsh can read it too.
final class BashCompletion {

    /// Words that the launcher itself understands.
    static final List<String> LAUNCHER = List.of("run", "demo", "test", "bench", "jdk", "help");

    private final List<Verb<?>> verbs;

    BashCompletion(List<Verb<?>> verbs) {
        this.verbs = List.copyOf(verbs);
    }

    String script() {
        return """
        _posthorn() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
            local words='' files=''
            if [ "$COMP_CWORD" -eq 1 ]; then
                words='%s'
            else
                case "${COMP_WORDS[1]} $before" in
        %s        *)
                    case "${COMP_WORDS[1]}" in
        %s            esac
                    ;;
                esac
            fi
            if [ -n "$files" ]; then
                COMPREPLY=($(compgen -f -- "$word"))
            else
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            fi
        }
        complete -o filenames -F _posthorn posthorn
        """
                .formatted(firstWords(), valuesOfOptions(), wordsOfVerbs());
    }

    private String firstWords() {
        return Stream.concat(verbs.stream().map(Verb::name), LAUNCHER.stream())
                .collect(Collectors.joining(" "));
    }

    private String valuesOfOptions() {
        return verbs.stream()
                .flatMap(verb ->
                        verb.options().stream()
                                .filter(option -> !option.isToggle())
                                .map(option -> values(verb, option)))
                .collect(Collectors.joining());
    }

    private static String values(Verb<?> verb, Option option) {
        var typed =
                option.names().stream()
                        .map(name -> "\"%s --%s\"".formatted(verb.name(), name))
                        .collect(Collectors.joining(" | "));
        return "        %s) %s ;;\n".formatted(typed, offers(option, List.of()));
    }

    private String wordsOfVerbs() {
        return verbs.stream().map(BashCompletion::words).collect(Collectors.joining());
    }

    private static String words(Verb<?> verb) {
        var typed =
                Stream.concat(verb.options().stream(), Stream.of(Option.BATCH))
                        .flatMap(option -> option.names().stream().map(name -> "--" + name))
                        .toList();
        var argument = verb.argument().filter(a -> !a.words().isEmpty() || isFile(a));
        return "                %s) %s ;;\n"
                .formatted(verb.name(), argument.map(a -> offers(a, typed)).orElse(words(typed)));
    }

    private static String offers(Option option, List<String> others) {
        var words = Stream.concat(option.words().stream(), others.stream()).toList();
        return isFile(option) ? "files=1" : words(words);
    }

    private static String words(List<String> words) {
        return "words='" + String.join(" ", words) + "'";
    }

    static boolean isFile(Option option) {
        return option.label().startsWith("FILE");
    }
}
