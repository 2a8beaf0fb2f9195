package posthorn.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedies;
import posthorn.engine.check.Remedy;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Records that strangers wrote, merged and typed into forms.
public final class MaskTargets {

    private static final DnsName NAME = DnsName.of("_dmarc.example.org");
    private static final DnsName ZONE = DnsName.of("example.org");

    private MaskTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1(
                        "mask-record",
                        MaskTargets::typed,
                        "v=spf1 a mx +all|v=spf1 a mx ~all",
                        "v=DMARC1; p=none",
                        "v=spf1 ",
                        "redirect=",
                        "-all",
                        "; ",
                        "=",
                        "|",
                        "\"",
                        "\\",
                        "A".repeat(300)));
    }

    private static void typed(String text) {
        var parts = text.split("\\|", 2);
        var old = new Remedy.Remove(NAME, RecordType.TXT, parts[0]);
        var one = new Remedy.Publish(NAME, RecordType.TXT, parts[parts.length - 1]);
        var other = new Remedy.Publish(NAME, RecordType.TXT, parts[0] + " -all");
        var report =
                List.of(
                        Finding.critical("a.one", NAME).cure(old).cure(one),
                        Finding.warning("a.other", NAME).cure(old).cure(other));
        Remedies.changes(report)
                .forEach(change -> {
                    assertThat(change.gone()).noneMatch(change.published()::contains);
                    change.remedies().forEach(MaskTargets::typed);
                });
        var mx = new Rdata.Mx(10, DnsName.of(text)).toString();
        typed(new Remedy.Publish(DnsName.of(text), RecordType.MX, mx));
    }

    private static void typed(Remedy remedy) {
        for (var id : List.of("cloudflare", "route53", Masks.ZONE_FILE)) {
            var entry = Masks.builtIn().find(id).orElseThrow().of(remedy, ZONE);

            assertThat(entry.fields()).isNotEmpty();
            assertThat(entry.pieces()).allMatch(piece -> piece.length() <= 255);
        }
        assertThat(ZoneLine.of(remedy)).isNotEmpty();
    }
}
