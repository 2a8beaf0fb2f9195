package posthorn.engine.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

/// One thing that is so: a code, what it is about, named values, and records that would cure it. It
/// is the same finding as another when code and subject are the same; evidence takes no part.
///
/// Evidence values are text, whole numbers (`Long`), truth values, lists and maps of these, so that
/// every evidence can be written as JSON.
public record Finding(
        Severity severity,
        String code,
        String subject,
        Map<String, Object> evidence,
        List<Remedy> remedies) {

    public Finding {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        remedies = List.copyOf(remedies);
    }

    public static Finding info(String code, Object subject) {
        return of(Severity.INFO, code, subject);
    }

    public static Finding notice(String code, Object subject) {
        return of(Severity.NOTICE, code, subject);
    }

    public static Finding unknown(String code, Object subject) {
        return of(Severity.UNKNOWN, code, subject);
    }

    public static Finding warning(String code, Object subject) {
        return of(Severity.WARNING, code, subject);
    }

    public static Finding critical(String code, Object subject) {
        return of(Severity.CRITICAL, code, subject);
    }

    /// A finding without evidence; `subject` is text, a name or an address.
    public static Finding of(Severity severity, String code, Object subject) {
        return new Finding(severity, code, String.valueOf(value(subject)), Map.of(), List.of());
    }

    /// The same finding with one more named value.
    public Finding with(String name, Object value) {
        var more = new LinkedHashMap<>(evidence);
        more.put(name, value(value));
        return new Finding(severity, code, subject, more, remedies);
    }

    /// The same finding with one more cure.
    public Finding cure(Remedy remedy) {
        var more = new ArrayList<>(remedies);
        more.add(remedy);
        return new Finding(severity, code, subject, evidence, more);
    }

    /// Whether `other` is the same finding, perhaps with other evidence.
    public boolean isSameAs(Finding other) {
        return code.equals(other.code) && subject.equals(other.subject);
    }

    private static Object value(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Boolean truth -> truth;
            case DnsName name -> name.toString();
            case InetAddress address -> IpText.of(address);
            case Enum<?> constant -> constant.name();
            case Collection<?> list -> list.stream().map(Finding::value).toList();
            case Map<?, ?> map -> values(map);
            default -> throw new IllegalArgumentException("no evidence: " + value.getClass());
        };
    }

    private static Map<String, Object> values(Map<?, ?> map) {
        var values = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        return Collections.unmodifiableMap(values);
    }
}
