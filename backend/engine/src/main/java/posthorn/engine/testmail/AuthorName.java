package posthorn.engine.testmail;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.message.Author;
import posthorn.engine.message.Mailbox;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;

/// Whether the From field says plainly who has written the message (RFC 9989 §5.3.1), and shows no
/// other name than it holds.
final class AuthorName implements Rule<AuthenticationFacts> {

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        return Stream.concat(
                        domains(facts).stream(),
                        facts.author().all().stream().flatMap(AuthorName::shown))
                .toList();
    }

    private static Optional<Finding> domains(AuthenticationFacts facts) {
        return switch (facts.author()) {
            case Author.One _ -> Optional.empty();
            case Author.None(var text) ->
                    facts.header().isCut()
                            ? Optional.empty()
                            : Optional.of(
                                    critical("tm.missing-from", facts.about()).with("text", text));
            case Author.Several(_, var domains, var fields) ->
                    Optional.of(
                            warning("tm.from-multiple", facts.about())
                                    .with("domains", domains)
                                    .with("fields", fields));
        };
    }

    private static Stream<Finding> shown(Mailbox mailbox) {
        return Stream.of(lookalike(mailbox), address(mailbox)).flatMap(Optional::stream);
    }

    private static Optional<Finding> lookalike(Mailbox mailbox) {
        var domain = mailbox.domainName().map(DnsName::unicode).orElse("");
        return MixedScripts.in(domain)
                .or(() -> MixedScripts.in(mailbox.displayName()))
                .map(word ->
                        warning("tm.from-unicode-lookalike", mailbox.address())
                                .with("word", word.text())
                                .with("scripts", word.scripts())
                                .with("domain", mailbox.domainName().map(DnsName::text).orElse(""))
                                .with("displayName", mailbox.displayName()));
    }

    /// Another address in the display name; one of the same organization misleads nobody.
    private static Optional<Finding> address(Mailbox mailbox) {
        return ShownAddress.in(mailbox.displayName())
                .filter(other -> !other.equalsIgnoreCase(mailbox.address()))
                .map(other ->
                        Finding.of(
                                        isOfSameOrganization(other, mailbox) ? NOTICE : WARNING,
                                        "tm.display-name-address",
                                        mailbox.address())
                                .with("shown", other)
                                .with("displayName", mailbox.displayName()));
    }

    private static boolean isOfSameOrganization(String other, Mailbox mailbox) {
        var one = organization(other.substring(other.lastIndexOf('@') + 1));
        return one.isPresent() && one.equals(organization(mailbox.domain()));
    }

    private static Optional<DnsName> organization(String domain) {
        return DnsName.fromPerson(domain).map(PublicSuffixes.builtIn()::organizationalDomain);
    }
}
