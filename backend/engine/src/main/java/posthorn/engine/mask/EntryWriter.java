package posthorn.engine.mask;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.mask.Field.Label;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Fills in a form.
final class EntryWriter {

    private static final String AUTO = "auto";
    private static final String NONE = "none";

    private final Mask mask;
    private final DnsName zone;
    private final List<Field> fields = new ArrayList<>();

    EntryWriter(Mask mask, DnsName zone) {
        this.mask = mask;
        this.zone = zone;
    }

    Entry entry(DnsName name, RecordType type, String value) {
        fields.add(new Field(Label.TYPE, type.name(), true));
        host(name);
        var record = RecordData.of(type, value);
        record.ifPresentOrElse(this::data, () -> fields.add(new Field(Label.VALUE, value, false)));
        if (!mask.ttl().value().equals(NONE)) {
            var ttl = mask.ttl().value().equals(AUTO) ? "Auto" : mask.ttl().value();
            fields.add(new Field(Label.TTL, ttl, mask.ttl().sure()));
        }
        var pieces = record.map(EntryWriter::pieces).orElse(List.of());
        return new Entry(fields, pieces, new Hints(this.mask, zone).of(name, type, value, this));
    }

    boolean isSure() {
        return fields.stream().allMatch(Field::sure);
    }

    /// The character-strings of a text that is too long for one; else none.
    static List<String> pieces(Rdata record) {
        return record instanceof Rdata.Text(var strings) && strings.size() > 1
                ? strings
                : List.of();
    }

    private void host(DnsName name) {
        boolean apex = name.equals(zone);
        boolean sure = apex ? mask.apex().sure() : mask.names().sure();
        fields.add(new Field(Label.HOST, apex ? apex() : relative(name), sure));
    }

    private String apex() {
        return switch (mask.apex().value()) {
            case AT -> "@";
            case EMPTY -> "";
            case DOMAIN -> whole(zone);
        };
    }

    private String relative(DnsName name) {
        boolean appended = mask.names().value() == Mask.Names.RELATIVE && name.isWithin(zone);
        return appended && !zone.isRoot()
                ? name.text().substring(0, name.text().length() - zone.text().length() - 1)
                : whole(name);
    }

    private String whole(DnsName name) {
        return mask.names().value() == Mask.Names.DOTTED ? name.text() + "." : name.text();
    }

    private void data(Rdata record) {
        switch (record) {
            case Rdata.Text(var strings) -> text(strings);
            case Rdata.Mx mx -> mx(mx);
            case Rdata.Target(var name) -> target(name);
            case Rdata.Caa caa -> caa(caa);
            case Rdata.Tlsa tlsa -> tlsa(tlsa);
            case Rdata.Address _,
                    Rdata.Soa _,
                    Rdata.Ds _,
                    Rdata.Dnskey _,
                    Rdata.Rrsig _,
                    Rdata.Nsec3Param _,
                    Rdata.Other _ ->
                    fields.add(new Field(Label.VALUE, MasterText.of(record), true));
        }
    }

    private void text(List<String> strings) {
        boolean sure = mask.text().sure() && (strings.size() == 1 || mask.pieces().sure());
        var joined = String.join("", strings);
        var value =
                switch (mask.text().value()) {
                    case BARE -> joined;
                    case QUOTED ->
                            mask.pieces().value() == Mask.Pieces.PARTED
                                    ? MasterText.of(new Rdata.Text(strings))
                                    : MasterText.quoted(joined);
                };
        fields.add(new Field(Label.VALUE, value, sure));
    }

    private void mx(Rdata.Mx mx) {
        if (mask.mx().value() == Mask.Parts.FIELDS) {
            var preference = String.valueOf(mx.preference());
            fields.add(new Field(Label.PREFERENCE, preference, mask.mx().sure()));
            target(mx.host());
        } else {
            boolean sure = mask.mx().sure() && mask.targets().sure();
            fields.add(new Field(Label.VALUE, mx.preference() + " " + typed(mx.host()), sure));
        }
    }

    private void target(DnsName name) {
        fields.add(new Field(Label.TARGET, typed(name), mask.targets().sure()));
    }

    private String typed(DnsName target) {
        boolean dot = mask.targets().value() == Mask.Targets.DOTTED && !target.isRoot();
        return dot ? target + "." : target.toString();
    }

    private void caa(Rdata.Caa caa) {
        boolean sure = mask.caa().sure();
        if (mask.caa().value() == Mask.Parts.FIELDS) {
            fields.add(new Field(Label.FLAGS, String.valueOf(caa.flags()), sure));
            fields.add(new Field(Label.TAG, caa.tag(), sure));
            fields.add(new Field(Label.ISSUER, caa.value(), sure));
        } else {
            fields.add(new Field(Label.VALUE, MasterText.of(caa), sure));
        }
    }

    private void tlsa(Rdata.Tlsa tlsa) {
        boolean sure = mask.tlsa().sure();
        var words = MasterText.of(tlsa).split(" ", 4);
        if (mask.tlsa().value() == Mask.Parts.FIELDS) {
            fields.add(new Field(Label.USAGE, words[0], sure));
            fields.add(new Field(Label.SELECTOR, words[1], sure));
            fields.add(new Field(Label.MATCHING, words[2], sure));
            fields.add(new Field(Label.DATA, words[3], sure));
        } else {
            fields.add(new Field(Label.VALUE, MasterText.of(tlsa), sure));
        }
    }
}
