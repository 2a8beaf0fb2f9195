package posthorn.engine.message;

import java.util.List;
import posthorn.engine.outside.DnsName;

/// Who the message says has written it (RFC 5322 §3.6.2), and what DMARC can make of that (RFC 9989
/// §5.3.1).
public sealed interface Author {

    /// More Author Domains of one message are not looked at.
    int MAX_DOMAINS = 5;

    /// More From fields are not read.
    int MAX_FIELDS = 10;

    /// One Author Domain; several addresses may share it.
    record One(List<Mailbox> mailboxes, DnsName domain) implements Author {
        public One {
            mailboxes = List.copyOf(mailboxes);
        }
    }

    /// Several Author Domains, or several From fields: DMARC is not made for that.
    ///
    /// @param fields how many From fields there are
    record Several(List<Mailbox> mailboxes, List<DnsName> domains, int fields) implements Author {
        public Several {
            mailboxes = List.copyOf(mailboxes);
            domains = List.copyOf(domains);
        }
    }

    /// No From field, or none with a domain name.
    ///
    /// @param text of the first From field, empty if there is none
    record None(String text) implements Author {}

    /// Reads the From fields.
    static Author of(HeaderSection header) {
        var fields = header.all("from");
        var mailboxes =
                fields.stream()
                        .limit(MAX_FIELDS)
                        .flatMap(field -> AddressList.read(field.text()).mailboxes().stream())
                        .toList();
        var domains = domains(mailboxes);
        if (domains.isEmpty()) {
            return new None(fields.isEmpty() ? "" : fields.getFirst().text());
        }
        return domains.size() == 1 && fields.size() == 1
                ? new One(mailboxes, domains.getFirst())
                : new Several(mailboxes, domains, fields.size());
    }

    private static List<DnsName> domains(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .flatMap(mailbox -> mailbox.domainName().stream())
                .distinct()
                .limit(MAX_DOMAINS)
                .toList();
    }

    /// The addresses of all From fields.
    default List<Mailbox> all() {
        return switch (this) {
            case One(var mailboxes, _) -> mailboxes;
            case Several(var mailboxes, _, _) -> mailboxes;
            case None _ -> List.of();
        };
    }

    /// The Author Domains, each once.
    default List<DnsName> domainNames() {
        return switch (this) {
            case One(_, var domain) -> List.of(domain);
            case Several(_, var domains, _) -> domains;
            case None _ -> List.of();
        };
    }
}
