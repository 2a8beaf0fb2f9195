package posthorn.engine.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.check.Parsed;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;

/// The parser of TLS reporting.
public final class TlsRptTargets {

    private TlsRptTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1(
                        "tlsrpt-record",
                        TlsRptTargets::record,
                        "v=TLSRPTv1; rua=mailto:tls@example.org",
                        "v=TLSRPTv1",
                        "rua=",
                        "mailto:",
                        "tls@example.org",
                        "https://report.example.net/v1",
                        "https://a.b.c.d.e",
                        "%2c",
                        "%",
                        ",",
                        "; ",
                        ";",
                        "a-a-a-"));
    }

    private static void record(String text) {
        var record = TlsRptRecord.read(text);

        Places.lie(record.faults(), text);
        assertThat(TlsRptRecord.parse(text) instanceof Parsed.Valid)
                .isEqualTo(record.faults().isEmpty());
        record.rua().forEach(address -> assertThat(text).contains(address));
        var clean = record.cleaned("mailto:tls@example.org");
        assertThat(TlsRptRecord.parse(clean)).isInstanceOf(Parsed.Valid.class);
    }
}
