package posthorn.cli;

import java.util.List;

/// What can be typed.
final class Help {

    private static final int ROOM = 32;

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
        var argument = verb.argument().map(a -> a.label() + (a.many() ? "… " : " ")).orElse("");
        var rest = argument + messages.say("help.options");
        page.head(0, "posthorn " + verb.name(), Page.Ink.STRONG, rest);
        page.text(0, messages.say("help." + verb.name()), Page.Ink.PLAIN);
        page.blank();
        verb.options().forEach(option -> line(typed(option), key(messages, verb, option)));
        line(typed(Option.BATCH), key(messages, verb, Option.BATCH));
        page.blank();
        page.text(0, messages.say("help." + verb.name() + ".status"), Page.Ink.PLAIN);
    }

    private static String typed(Option option) {
        return "--"
                + String.join(", --", option.names())
                + (option.isToggle() ? "" : " " + option.label());
    }

    /// Options that mean the same everywhere are explained once.
    static String key(Messages messages, Verb<?> verb, Option option) {
        var own = "help." + verb.name() + "." + option.name();
        return messages.knows(own) ? own : "help.option." + option.name();
    }

    private void line(String typed, String key) {
        page.item(2, typed, Page.Ink.STRONG, ROOM, messages.say(key));
    }
}
