package posthorn.app.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the settings are called: `base-url`, `database.url`.
public final class SettingNames {

    private SettingNames() {}

    /// All names, without the prefix `posthorn.`, in the order of the records.
    public static List<String> all() {
        return of(Settings.class, "").toList();
    }

    private static Stream<String> of(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component ->
                        component.getType().isRecord()
                                ? of(component.getType(), prefix + kebab(component) + ".")
                                : Stream.of(prefix + kebab(component)));
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
