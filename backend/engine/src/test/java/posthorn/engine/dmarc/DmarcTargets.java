package posthorn.engine.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Parsed;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;

/// The parsers of DMARC.
public final class DmarcTargets {

    private DmarcTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("dmarc-record", DmarcTargets::record, PIECES),
                Target.latin1("dmarc-edit", DmarcTargets::edit, PIECES));
    }

    private static final String[] PIECES = {
        "v=DMARC1; p=none; rua=mailto:dmarc@example.org",
        "v=DMARC1",
        "p=reject",
        "sp=quarantine",
        "np=none",
        "adkim=s",
        "aspf=r",
        "fo=0:1:d:s",
        "psd=y",
        "t=y",
        "pct=100",
        "rua=",
        "ruf=",
        "mailto:",
        "alice@example.com",
        "!10m",
        ",",
        "https://example.org/",
        "; ",
        ";",
        "p=",
        "b\u00fccher.example",
        "v=DMARC1 p=none"
    };

    private static void record(String text) {
        var record = DmarcRecord.read(text);

        Places.lie(record.faults(), text);
        boolean valid = DmarcRecord.parse(text) instanceof Parsed.Valid;
        assertThat(valid).isEqualTo(record.faults().isEmpty());
        Stream.of(record.rua(), record.ruf())
                .flatMap(List::stream)
                .forEach(uri -> Places.stands(uri.text(), uri.at(), text));
        if (record.hasValidPolicies()) {
            assertThat(record.ownPolicy()).isEqualTo(record.policy("p"));
            assertThat(record.inheritedPolicy(true)).isPresent();
            assertThat(record.inheritedPolicy(false)).isPresent();
        }
    }

    /// What we propose is a record by the grammar, and to propose anything more is idle.
    private static void edit(String text) {
        var edited = RecordEdit.of(DmarcRecord.read(text)).text();

        var record = DmarcRecord.read(edited);
        assertThat(DmarcRecord.isDmarc(edited)).isTrue();
        assertThat(record.faults()).as(edited).isEmpty();
        assertThat(RecordEdit.of(record).text()).isEqualTo(edited);
        assertThat(DmarcRecord.isDmarc(RecordEdit.ofNearMiss(text).text())).isTrue();
    }
}
