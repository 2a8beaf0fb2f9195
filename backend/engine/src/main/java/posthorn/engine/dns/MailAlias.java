package posthorn.engine.dns;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// `mail` below the domain may be an alias of a provider's host, where mail programs find it. Only
/// an MX or NS record must not name it (RFC 2181 §10.3, RFC 5321 §5.1).
final class MailAlias implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        var name = facts.target().domain().child("mail");
        return facts.aliases().stream()
                .filter(alias -> alias.name().equals(name))
                .filter(alias -> !alias.end().isFailed() && !alias.isDangling())
                .map(alias -> judge(alias, facts))
                .toList();
    }

    private static Finding judge(Alias alias, DnsFacts facts) {
        var finding =
                facts.exchangers().contains(alias.name())
                        ? notice("dns.mail-cname-is-mx", alias.name())
                        : info("dns.mail-cname", alias.name());
        return finding.with("target", alias.last()).with("chain", alias.chain());
    }
}
