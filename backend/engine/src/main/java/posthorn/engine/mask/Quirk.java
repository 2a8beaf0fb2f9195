package posthorn.engine.mask;

import java.util.Locale;
import posthorn.engine.outside.RecordType;

/// What is peculiar to a host.
public enum Quirk {
    /// The zone's serial number has to grow with each change.
    SERIAL,
    /// Records can be led through the host's proxy, which takes no mail.
    PROXY,
    /// The host keeps records for its own services, which give way to one's own.
    SERVICE_RECORDS,
    /// SPF has a form of its own beside the one for TXT.
    OWN_SPF_FORM,
    /// The TTL is set for the whole zone.
    ZONE_TTL,
    /// All records of one type at one name are one entry.
    ONE_SET,
    /// MX records come up once the mail settings say that they are one's own.
    MAIL_SETTINGS;

    /// The quirk that a table calls `own-spf-form`.
    static Quirk of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether somebody who types this record has to know.
    boolean concerns(RecordType type, String value) {
        return switch (this) {
            case SERIAL, ZONE_TTL -> true;
            case PROXY ->
                    type == RecordType.A || type == RecordType.AAAA || type == RecordType.CNAME;
            case SERVICE_RECORDS -> type == RecordType.MX || isSpf(type, value);
            case OWN_SPF_FORM -> isSpf(type, value);
            case ONE_SET -> type != RecordType.CNAME;
            case MAIL_SETTINGS -> type == RecordType.MX;
        };
    }

    private static boolean isSpf(RecordType type, String value) {
        return type == RecordType.TXT && value.toLowerCase(Locale.ROOT).startsWith("v=spf1");
    }
}
