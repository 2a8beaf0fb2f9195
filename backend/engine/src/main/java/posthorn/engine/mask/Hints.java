package posthorn.engine.mask;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.mask.Hint.Kind;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
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
        int pieces = EntryWriter.pieces(MasterText.read(type, value)).size();
        if (pieces > 0) {
            hints.add(new Hint(Kind.PIECES, String.valueOf(pieces)));
        }
        mask.quirks().stream()
                .map(Setting::value)
                .filter(quirk -> quirk.concerns(type, value))
                .forEach(quirk -> hints.add(new Hint(Kind.QUIRK, quirk.name())));
        if (!writer.isSure()) {
            hints.add(new Hint(Kind.UNSURE, ""));
        }
        return hints;
    }
}
