package posthorn.engine.mask;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.mask.Hint.Kind;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import posthorn.engine.psl.PublicSuffixes;

/// What somebody who types a record into a form has to know.
record Hints(Mask mask, DnsName zone) {

    private static final DnsName REVERSE = DnsName.of("arpa");

    List<Hint> of(DnsName name, RecordType type, String value, EntryWriter writer) {
        if (name.isWithin(REVERSE)) {
            return List.of(new Hint(Kind.REVERSE, name.toString()));
        }
        if (!name.isWithin(zone)) {
            var owner = PublicSuffixes.builtIn().organizationalDomain(name);
            return List.of(new Hint(Kind.OUTSIDE, owner.toString()));
        }
        var hints = new ArrayList<Hint>();
        if (mask.lacks().value().contains(type)) {
            var kind = mask.lacks().sure() ? Kind.LACKS : Kind.LACKS_PERHAPS;
            hints.add(new Hint(kind, type.name()));
        }
        int pieces = RecordData.of(type, value).map(EntryWriter::pieces).orElse(List.of()).size();
        if (pieces > 0) {
            hints.add(new Hint(Kind.PIECES, String.valueOf(pieces)));
        }
        var quirks = mask.quirks().stream().filter(q -> q.value().concerns(type, value)).toList();
        quirks.forEach(quirk -> hints.add(new Hint(Kind.QUIRK, quirk.value().name())));
        if (!writer.isSure() || !quirks.stream().allMatch(Setting::sure)) {
            hints.add(new Hint(Kind.UNSURE, ""));
        }
        return hints;
    }
}
