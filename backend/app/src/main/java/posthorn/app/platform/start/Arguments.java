package posthorn.app.platform.start;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import posthorn.app.platform.SettingNames;

/// The options of the command line: `--port 8081`, `--port=8081` or `--posthorn.port=8081`.
final class Arguments {

    private static final String PREFIX = "posthorn.";
    private static final Pattern FRAMEWORK =
            Pattern.compile("(spring|server|logging|management)\\..+");
    private static final Pattern LIST_ITEM = Pattern.compile("\\[[0-9]+]$");

    private Arguments() {}

    /// The same options in the form Spring reads.
    static String[] read(List<String> args) {
        var options = new ArrayList<String>();
        var rest = args.iterator();
        while (rest.hasNext()) {
            options.add(option(rest.next(), rest));
        }
        return options.toArray(String[]::new);
    }

    private static String option(String text, Iterator<String> rest) {
        if (!text.startsWith("--") || text.length() < 3) {
            throw new StartRefused(
                    "\"%s\" is no option; ./posthorn help shows what there is.".formatted(text));
        }
        var equals = text.indexOf('=');
        var name = text.substring(2, equals < 0 ? text.length() : equals);
        var setting = setting(name);
        return "--" + setting + "=" + value(text, equals, setting, rest);
    }

    private static String setting(String name) {
        var bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        if (SettingNames.all().contains(LIST_ITEM.matcher(bare).replaceFirst(""))) {
            return PREFIX + bare;
        }
        if (FRAMEWORK.matcher(name).matches()) {
            return name;
        }
        throw new StartRefused(
                "The option --%s is unknown; docs/configuration.md lists them all."
                        .formatted(name));
    }

    private static String value(String text, int equals, String setting, Iterator<String> rest) {
        if (equals >= 0) {
            return text.substring(equals + 1);
        }
        if (setting.equals(PREFIX + "demo")) {
            return "true";
        }
        if (!rest.hasNext()) {
            throw new StartRefused("The option %s needs a value.".formatted(text));
        }
        return rest.next();
    }
}
