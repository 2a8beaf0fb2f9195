package posthorn.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import posthorn.engine.mask.Field.Label;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// A filled-in form, as the host takes it.
record TypedForm(Entry entry, Mask mask, DnsName zone) {

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    DnsName name() {
        var typed = value(Label.HOST);
        if (typed.isEmpty() || typed.equals("@")) {
            return zone;
        }
        return switch (mask.names().value()) {
            case RELATIVE -> DnsName.of(typed + "." + zone);
            case ABSOLUTE -> DnsName.of(typed);
            case DOTTED -> {
                assertThat(typed).endsWith(".");
                yield DnsName.of(typed);
            }
        };
    }

    RecordType type() {
        return RecordType.valueOf(value(Label.TYPE));
    }

    Rdata data() {
        return switch (type()) {
            case TXT -> Rdata.Text.of(text(value(Label.VALUE)));
            case MX -> mx();
            case CNAME -> new Rdata.Target(target(value(Label.TARGET)));
            case CAA -> MasterText.read(RecordType.CAA, caa());
            case TLSA -> MasterText.read(RecordType.TLSA, tlsa());
            case A, AAAA -> MasterText.read(type(), value(Label.VALUE));
            default -> throw new IllegalArgumentException(type().name());
        };
    }

    private Rdata mx() {
        var joined =
                entry.value(Label.PREFERENCE)
                        .map(preference -> preference + " " + value(Label.TARGET))
                        .orElseGet(() -> value(Label.VALUE));
        var words = joined.split(" ", 2);
        return new Rdata.Mx(Integer.parseInt(words[0]), target(words[1]));
    }

    private String caa() {
        return entry.value(Label.FLAGS)
                .map(flags -> flags + " " + value(Label.TAG) + " \"" + value(Label.ISSUER) + "\"")
                .orElseGet(() -> value(Label.VALUE));
    }

    private String tlsa() {
        return entry.value(Label.USAGE)
                .map(usage ->
                        String.join(
                                " ",
                                usage,
                                value(Label.SELECTOR),
                                value(Label.MATCHING),
                                value(Label.DATA)))
                .orElseGet(() -> value(Label.VALUE));
    }

    /// A host that wants dots appends its zone to a name without one.
    private DnsName target(String typed) {
        boolean appends = mask.targets().value() == Mask.Targets.DOTTED && !typed.endsWith(".");
        return appends ? DnsName.of(typed + "." + zone) : DnsName.of(typed);
    }

    private String text(String typed) {
        return switch (mask.text().value()) {
            case BARE -> typed;
            case QUOTED ->
                    STRING.matcher(typed)
                            .results()
                            .map(match -> match.group(1).replaceAll("\\\\(.)", "$1"))
                            .peek(this::fits)
                            .collect(Collectors.joining());
        };
    }

    private void fits(String piece) {
        if (mask.pieces().value() == Mask.Pieces.PARTED) {
            assertThat(piece.length()).isLessThanOrEqualTo(255);
        }
    }

    private String value(Label label) {
        return entry.value(label).orElseThrow();
    }
}
