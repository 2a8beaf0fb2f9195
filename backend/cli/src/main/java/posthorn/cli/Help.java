package posthorn.cli;

import java.util.List;

/// What can be typed.
final class Help {

    private static final int ROOM = 28;

    private final Page page;
    private final Messages messages;

    Help(Streams streams, Messages messages) {
        this.page = new Page(streams, messages);
        this.messages = messages;
    }

    /// All verbs.
    void overview(List<Verb<?>> verbs) {
        page.text(0, messages.say("help.about"), Page.Ink.PLAIN);
        page.blank();
        verbs.forEach(verb -> line("posthorn " + verb.name(), "help." + verb.name()));
        page.blank();
        page.text(0, messages.say("help.more"), Page.Ink.PLAIN);
    }

    /// One verb and its options.
    void of(Verb<?> verb) {
        var rest =
                verb.positional().isEmpty()
                        ? ""
                        : verb.positional().toUpperCase(java.util.Locale.ROOT) + "… ";
        page.head(
                0, "posthorn " + verb.name(), Page.Ink.STRONG, rest + messages.say("help.options"));
        page.text(0, messages.say("help." + verb.name()), Page.Ink.PLAIN);
        page.blank();
        verb.options().stream()
                .filter(option -> !option.name().equals(verb.positional()))
                .forEach(
                        option -> line(typed(option), "help." + verb.name() + "." + option.name()));
        line("--batch", "help.batch");
        page.blank();
        page.text(0, messages.say("help." + verb.name() + ".status"), Page.Ink.PLAIN);
    }

    private static String typed(Option option) {
        return "--" + option.name() + (option.isToggle() ? "" : " " + option.label());
    }

    private void line(String typed, String key) {
        page.item(2, typed, Page.Ink.STRONG, ROOM, messages.say(key));
    }
}
