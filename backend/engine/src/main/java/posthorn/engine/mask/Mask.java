package posthorn.engine.mask;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// How the form of a DNS host wants records to be typed.
///
/// @param menu where the form is, in English; may be empty
/// @param menuGerman the same in German
/// @param ttl seconds, a time in words, `auto`, or `none` where the form has no such field
/// @param lacks types the form does not offer
public record Mask(
        String id,
        String name,
        String menu,
        String menuGerman,
        Setting<Names> names,
        Setting<Apex> apex,
        Setting<Targets> targets,
        Setting<Text> text,
        Setting<Pieces> pieces,
        Setting<Parts> mx,
        Setting<Parts> caa,
        Setting<Parts> tlsa,
        Setting<String> ttl,
        Setting<Set<RecordType>> lacks,
        List<Setting<Quirk>> quirks) {

    /// How the name of a record is typed.
    public enum Names {
        /// Without the zone, which the form appends.
        RELATIVE,
        /// The whole name.
        ABSOLUTE,
        /// The whole name with a dot behind it.
        DOTTED
    }

    /// What stands for the zone itself.
    public enum Apex {
        AT,
        EMPTY,
        DOMAIN
    }

    /// How a name behind the type is typed.
    public enum Targets {
        BARE,
        /// With a dot behind; without it the form appends the zone.
        DOTTED
    }

    /// How the text of a TXT record is typed.
    public enum Text {
        BARE,
        QUOTED
    }

    /// Who parts a text of more than 255 octets (RFC 1035 §3.3).
    public enum Pieces {
        WHOLE,
        PARTED
    }

    /// Whether data of several parts have a field each.
    public enum Parts {
        FIELDS,
        VALUE
    }

    public Mask {
        quirks = List.copyOf(quirks);
    }

    /// The record of `remedy`, to be published or deleted, as the form has it. `zone` is the apex
    /// of the zone the form is open for.
    public Entry of(Remedy remedy, DnsName zone) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, var value) ->
                    new EntryWriter(this, zone).entry(name, type, value);
            case Remedy.Remove(var name, var type, var value) ->
                    new EntryWriter(this, zone).entry(name, type, value);
        };
    }

    /// Where the form is, in the language of `locale`.
    public String menu(Locale locale) {
        return locale.getLanguage().equals("de") ? menuGerman : menu;
    }

    /// Whether it is the form of a certain host, and not of any.
    public boolean isOfHost() {
        return !id.equals(Masks.GENERIC) && !id.equals(Masks.ZONE_FILE);
    }
}
