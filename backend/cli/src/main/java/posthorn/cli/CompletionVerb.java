package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `completion SHELL`: a script with which a shell completes what is typed behind `posthorn`.
final class CompletionVerb implements Verb<CompletionVerb.Shell> {

    /// A shell that can complete.
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public Optional<Option> argument() {
        return Optional.of(Option.one("shell", "bash|zsh|fish").of("bash", "zsh", "fish"));
    }

    @Override
    public List<Option> options() {
        return List.of(Option.LANG, Option.JSON);
    }

    @Override
    public Shell run(Values values, Work work) {
        var typed = values.one("shell").orElse("");
        for (var shell : Shell.values()) {
            if (CheckVerb.word(shell).equals(typed)) {
                return shell;
            }
        }
        throw UsageError.of("shell").with("value", typed);
    }

    @Override
    public int status(Shell shell) {
        return Status.FINE;
    }

    @Override
    public Map<String, @Nullable Object> json(Shell shell, Messages messages) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("shell", CheckVerb.word(shell));
        json.put("script", script(shell, messages));
        return json;
    }

    @Override
    public void print(Shell shell, Page page) {
        page.raw(script(shell, page.messages()));
    }

    private static String script(Shell shell, Messages messages) {
        var verbs = CommandLineTool.VERBS;
        return switch (shell) {
            case BASH -> new BashCompletion(verbs).script();
            case ZSH ->
                    "#compdef posthorn\nautoload -U +X bashcompinit && bashcompinit\n"
                            + new BashCompletion(verbs).script();
            case FISH -> new FishCompletion(verbs, messages).script();
        };
    }
}
