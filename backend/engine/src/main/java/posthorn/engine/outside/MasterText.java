package posthorn.engine.outside;

import java.util.stream.Collectors;

/// Record data as a master file writes it (RFC 1035 §5.1).
public final class MasterText {

    private MasterText() {}

    /// The data behind the type: `10 mx.example.org.`, `"v=spf1 -all"`.
    public static String of(Rdata rdata) {
        return switch (rdata) {
            case Rdata.Text(var strings) ->
                    strings.stream().map(MasterText::quoted).collect(Collectors.joining(" "));
            case Rdata.Soa s ->
                    "%s. %s. %d %d %d %d %d"
                            .formatted(
                                    s.primary().text(),
                                    s.mailbox().text(),
                                    s.serial(),
                                    s.refresh(),
                                    s.retry(),
                                    s.expire(),
                                    s.minimum());
            case Rdata.Caa(int flags, var tag, var value) ->
                    flags + " " + tag + " " + quoted(value);
            case Rdata.Address _,
                    Rdata.Mx _,
                    Rdata.Target _,
                    Rdata.Tlsa _,
                    Rdata.Ds _,
                    Rdata.Dnskey _,
                    Rdata.Rrsig _,
                    Rdata.Nsec3Param _,
                    Rdata.Other _ ->
                    rdata.toString();
        };
    }

    /// The record a person wrote as `value`: the text of a TXT record as it is, all others as in a
    /// master file.
    ///
    /// @throws ZoneReader.Unreadable if it is no data of this type
    public static Rdata read(RecordType type, String value) {
        if (type == RecordType.TXT || type == RecordType.SPF) {
            return Rdata.Text.of(value);
        }
        var name = DnsName.of("read");
        var zone = ZoneReader.read("read. " + type + " " + value.replace('\n', ' '));
        return new ZoneDns(zone).ask(new Question(name, type)).records().getFirst();
    }

    /// A character-string in quotes, bytes outside printable ASCII as `\DDD`.
    public static String quoted(String string) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                out.append('\\').append(c > 0xff ? "063" : threeDigits(c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String threeDigits(int value) {
        return Integer.toString(1000 + value).substring(1);
    }
}
