package posthorn.engine.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import posthorn.engine.check.Parsed;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.DnsName;

/// The parsers of MTA-STS.
public final class MtaStsTargets {

    private static final DnsName HOST = DnsName.of("mail.example.org");

    private MtaStsTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("sts-record", MtaStsTargets::record, RECORD),
                Target.latin1("sts-policy", MtaStsTargets::policy, POLICY));
    }

    private static final String[] RECORD = {
        "v=STSv1; id=20261124", "v=STSv1", "id=", "id=a-b", "; ", ";", ";;", "more=1", "=", "\t"
    };

    private static final String[] POLICY = {
        "version: STSv1\r\nmode: enforce\r\nmx: mail.example.org\r\nmax_age: 604800\r\n",
        "version: STSv1\n",
        "mode: testing\n",
        "mode: none\n",
        "mx: *.example.org\n",
        "mx:",
        "max_age: 99999999999",
        "more: value",
        "\n",
        "\r\n",
        ":",
        " "
    };

    private static void record(String text) {
        var record = StsRecord.read(text);

        Places.lie(record.faults(), text);
        assertThat(StsRecord.parse(text) instanceof Parsed.Valid)
                .isEqualTo(record.faults().isEmpty());
        assertThat(StsRecord.parse(record.cleaned("1"))).isInstanceOf(Parsed.Valid.class);
        if (record.faults().isEmpty()) {
            assertThat(record.counts()).isTrue();
        }
        for (var field : FieldList.read(text, "v=STSv1", Set.of("id"), "x.y").fields()) {
            Places.stands(field.name(), field.at(), text);
            Places.stands(field.value(), field.valueAt(), text);
        }
    }

    private static void policy(String text) {
        var policy = StsPolicy.read(text);

        Places.lie(policy.faults(), text);
        Places.lie(policy.oddities(), text);
        if (StsPolicy.parse(text) instanceof Parsed.Valid) {
            assertThat(policy.isUsable()).isTrue();
        }
        if (policy.mx().isEmpty()) {
            assertThat(policy.allows(HOST)).isFalse();
        }
    }
}
