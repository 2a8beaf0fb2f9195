package posthorn.app.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Findings as columns: evidence and remedies are JSON.
@Component
public class FindingJson {

    private record Cure(String action, String name, String type, String value) {}

    private static final TypeReference<LinkedHashMap<String, Object>> MAP =
            new TypeReference<>() {};
    private static final TypeReference<List<Cure>> CURES = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    /// The evidence of a finding.
    public String evidence(Finding finding) {
        return json.writeValueAsString(finding.evidence());
    }

    /// The remedies of a finding.
    public String remedies(Finding finding) {
        return json.writeValueAsString(finding.remedies().stream().map(FindingJson::cure).toList());
    }

    /// The finding in these columns.
    public Finding read(
            String severity, String code, String subject, String evidence, String remedies) {
        return new Finding(
                Severity.valueOf(severity),
                code,
                subject,
                json.readValue(evidence, MAP),
                json.readValue(remedies, CURES).stream().map(FindingJson::remedy).toList());
    }

    String texts(List<String> texts) {
        return json.writeValueAsString(texts);
    }

    List<String> texts(String texts) {
        return json.readValue(texts, TEXTS);
    }

    Map<String, Object> map(String text) {
        return json.readValue(text, MAP);
    }

    private static Cure cure(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, var value) ->
                    new Cure("publish", name.text(), type.name(), value);
            case Remedy.Remove(var name, var type, var value) ->
                    new Cure("remove", name.text(), type.name(), value);
        };
    }

    private static Remedy remedy(Cure cure) {
        var name = DnsName.of(cure.name());
        var type = RecordType.valueOf(cure.type());
        return switch (cure.action()) {
            case "publish" -> new Remedy.Publish(name, type, cure.value());
            case "remove" -> new Remedy.Remove(name, type, cure.value());
            default -> throw new IllegalStateException("no remedy: " + cure.action());
        };
    }
}
