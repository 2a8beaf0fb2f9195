package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.outside.DnsName;

/// Finds the Author Domain of a message (RFC 9989 §5.3.1).
final class Authors {

    private static final int MAX_FIELDS = 10;

    private Authors() {}

    static Author of(HeaderSection header) {
        var fields = header.all("from");
        var mailboxes =
                fields.stream()
                        .limit(MAX_FIELDS)
                        .flatMap(field -> MailboxReader.read(field.text()).stream())
                        .toList();
        var domains = domains(mailboxes);
        if (domains.isEmpty()) {
            return new Author.None(fields.isEmpty() ? "" : fields.getFirst().text());
        }
        return domains.size() == 1 && fields.size() == 1
                ? new Author.One(mailboxes, domains.getFirst())
                : new Author.Several(mailboxes, domains, fields.size());
    }

    private static List<DnsName> domains(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .flatMap(mailbox -> mailbox.domain().stream())
                .distinct()
                .limit(Author.MAX_DOMAINS)
                .toList();
    }
}
