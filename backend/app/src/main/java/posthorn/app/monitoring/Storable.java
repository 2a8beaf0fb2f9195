package posthorn.app.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;

/// Text from outside in a form that a database keeps as it is: NUL and halves of surrogate pairs,
/// which it does not take, become signs that stand for them.
final class Storable {

    private Storable() {}

    static Known of(CheckResult result) {
        return Known.of(
                result.records().stream().map(Storable::text).toList(),
                result.findings().stream().map(Storable::of).toList());
    }

    static Finding of(Finding finding) {
        var evidence = new LinkedHashMap<String, Object>();
        finding.evidence().forEach((name, value) -> evidence.put(text(name), value(value)));
        return new Finding(
                finding.severity(),
                finding.code(),
                text(finding.subject()),
                evidence,
                finding.remedies().stream().map(Storable::of).toList());
    }

    static String text(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .map(c -> c == 0 ? '\u2400' : c)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Remedy of(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, var value) ->
                    new Remedy.Publish(name, type, text(value));
            case Remedy.Remove(var name, var type, var value) ->
                    new Remedy.Remove(name, type, text(value));
        };
    }

    private static Object value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> list -> list.stream().map(Storable::value).toList();
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, Object>();
                map.forEach((name, inner) -> values.put(text(String.valueOf(name)), value(inner)));
                yield values;
            }
            default -> value;
        };
    }
}
