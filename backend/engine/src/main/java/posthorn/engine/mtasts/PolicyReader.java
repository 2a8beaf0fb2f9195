package posthorn.engine.mtasts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.outside.DnsName;

/// Reads a policy line by line: a key, a colon, a value (RFC 8461 §3.2). Of a key that stands there
/// twice, other than `mx`, the first counts.
final class PolicyReader {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");
    private static final Pattern AGE = Pattern.compile("[0-9]{1,10}");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Map<String, PolicyMode> MODES =
            Map.of(
                    "enforce", PolicyMode.ENFORCE,
                    "testing", PolicyMode.TESTING,
                    "none", PolicyMode.NONE);

    private final Map<String, String> values = new HashMap<>();
    private final List<String> mx = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> oddities = new ArrayList<>();
    private final String text;

    PolicyReader(String text) {
        this.text = text;
    }

    StsPolicy read() {
        int at = 0;
        int end = withoutBlankEnd();
        while (at < end) {
            int next = text.indexOf('\n', at);
            int lineEnd = next < 0 ? end : Math.min(next, end);
            line(at, text.substring(at, lineEnd));
            at = lineEnd + 1;
        }
        var mode = MODES.getOrDefault(values.getOrDefault("mode", ""), PolicyMode.NONE);
        return new StsPolicy(text, mode, age(), mx, missing(mode), faults, oddities);
    }

    /// Empty lines at the end hurt nobody.
    private int withoutBlankEnd() {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private void line(int at, String raw) {
        int colon = raw.indexOf(':');
        var key = colon < 0 ? "" : raw.substring(0, colon);
        var value = trimmed(raw.substring(colon + 1));
        if (!KEY.matcher(key).matches()) {
            oddities.add(new Fault(at, raw.length(), StsPolicy.ODD));
            return;
        }
        boolean first = key.equals("mx") || values.putIfAbsent(key, value) == null;
        if (first && !isGood(key, value)) {
            fault(key, new Fault(at, raw.length(), StsPolicy.SYNTAX));
        } else if (key.equals("mx")) {
            mx.add(value);
        }
    }

    private void fault(String key, Fault fault) {
        if (Stream.of("version", "mode", "max_age", "mx").anyMatch(key::equals)) {
            faults.add(fault);
        } else {
            oddities.add(new Fault(fault.at(), fault.length(), StsPolicy.ODD));
        }
    }

    private static boolean isGood(String key, String value) {
        return switch (key) {
            case "version" -> value.equals("STSv1");
            case "mode" -> MODES.containsKey(value);
            case "max_age" -> AGE.matcher(value).matches();
            case "mx" -> isPattern(value);
            default -> !value.isEmpty() && !CONTROL.matcher(value).find();
        };
    }

    private static boolean isPattern(String value) {
        var host = value.startsWith("*.") ? value.substring(2) : value;
        return HOST.matcher(host).matches()
                && !host.endsWith(".")
                && DnsName.of(host).isWellFormed()
                && DnsName.of(host).labels().stream()
                        .noneMatch(label -> label.startsWith("-") || label.endsWith("-"));
    }

    private long age() {
        var value = values.getOrDefault("max_age", "");
        return AGE.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    /// The fields that must be there; a policy that asks for nothing needs no hosts.
    private List<String> missing(PolicyMode mode) {
        var missing = new ArrayList<String>();
        for (var key : List.of("version", "mode", "max_age")) {
            if (!values.containsKey(key)) {
                missing.add(key);
            }
        }
        if (mode != PolicyMode.NONE && mx.isEmpty()) {
            missing.add("mx");
        }
        return missing;
    }
}
