package posthorn.app.platform.start;

import java.util.Collection;
import java.util.Locale;
import posthorn.app.platform.SettingNames;

/// The settings that come as environment variables: `POSTHORN_BASE_URL` for `base-url`.
final class Environment {

    private static final String PREFIX = "POSTHORN_";

    private Environment() {}

    /// Spring ignores a variable it does not know; a misspelt one deserves better.
    static void refuseUnknown(Collection<String> variables) {
        var known = SettingNames.all().stream().map(Environment::variable).toList();
        variables.stream()
                .filter(variable -> variable.startsWith(PREFIX))
                .filter(variable -> known.stream().noneMatch(name -> isFor(name, variable)))
                .sorted()
                .findFirst()
                .ifPresent(Environment::refuse);
    }

    private static String variable(String setting) {
        return PREFIX + setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static boolean isFor(String name, String variable) {
        return variable.equals(name) || variable.matches(name + "_[0-9]+");
    }

    private static void refuse(String variable) {
        throw new StartRefused(
                "The environment variable %s is no setting; docs/configuration.md lists them all."
                        .formatted(variable));
    }
}
