package posthorn.engine.testmail;

import java.util.List;
import java.util.Locale;
import posthorn.engine.dkim.TagList;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// Asks for the logo of an Author Domain, else for that of its Organizational Domain (BIMI draft).
final class BimiQuestion {

    private static final String VERSION = "BIMI1";
    private static final String SYNTAX = "bimi.syntax";

    private final Dns dns;
    private final String selector;

    BimiQuestion(HeaderSection header, Dns dns) {
        this.dns = dns;
        this.selector = header.first("bimi-selector").map(BimiQuestion::selector).orElse("default");
    }

    private static String selector(HeaderField field) {
        return TagList.read(field.text(), SYNTAX)
                .value("s")
                .filter(name -> DnsName.of(name).isWellFormed())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("default");
    }

    BimiFacts of(DnsName author, DnsName organization) {
        var own = at(author);
        return own instanceof BimiFacts.Absent && !author.equals(organization)
                ? at(organization)
                : own;
    }

    private BimiFacts at(DnsName domain) {
        var name = domain.child("_bimi").child(selector);
        if (!name.isWellFormed()) {
            return new BimiFacts.Absent(name);
        }
        return switch (dns.txt(name)) {
            case Answer.Failed<Rdata.Text>(var failure, _, _) ->
                    new BimiFacts.Silent(name, failure);
            case Answer.NoData<Rdata.Text> _, Answer.NxDomain<Rdata.Text> _ ->
                    new BimiFacts.Absent(name);
            case Answer.Data<Rdata.Text>(var records, _, _, _, _) ->
                    published(name, records.stream().map(Rdata.Text::joined).sorted().toList());
        };
    }

    private static BimiFacts published(DnsName name, List<String> all) {
        var texts = all.stream().filter(BimiQuestion::isBimi).toList();
        if (texts.size() > 1) {
            return new BimiFacts.Several(name, texts);
        }
        return texts.stream()
                .map(text -> published(name, text, TagList.read(text, SYNTAX)))
                .findFirst()
                .orElseGet(() -> new BimiFacts.Absent(name));
    }

    private static BimiFacts published(DnsName name, String text, TagList tags) {
        return new BimiFacts.Published(
                name, text, tags.value("l").orElse(""), tags.value("a").orElse(""));
    }

    private static boolean isBimi(String text) {
        var tags = TagList.read(text, SYNTAX).tags();
        return !tags.isEmpty()
                && tags.getFirst().name().equals("v")
                && tags.getFirst().value().equals(VERSION);
    }
}
