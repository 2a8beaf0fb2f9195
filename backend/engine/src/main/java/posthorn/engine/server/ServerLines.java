package posthorn.engine.server;

import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.outside.DnsName;

/// What cures a finding on a server where this software runs.
///
/// @param name of the software, as people know it
/// @param steps in order
public record ServerLines(Software software, String name, List<Step> steps) {

    public ServerLines {
        steps = List.copyOf(steps);
    }

    /// What can be done on a server about a finding of this domain, by software, in a fixed order.
    /// Nothing where the cure is no matter of a server, or the server is known to be a provider's.
    public static List<ServerLines> of(Finding finding, DnsName domain, Locale locale) {
        var operator = finding.evidence().getOrDefault("operator", MailHost.SELF);
        return operator.equals(MailHost.SELF)
                ? lines(finding.code(), Blanks.of(finding, domain, ServerWords.in(locale)))
                : List.of();
    }

    /// The same about a code, before it is about anything: all values are left open.
    public static List<ServerLines> of(String code, Locale locale) {
        return lines(code, Blanks.open(ServerWords.in(locale)));
    }

    private static List<ServerLines> lines(String code, Blanks blanks) {
        return Recipes.of(code)
                .filter(recipe -> blanks.allow(recipe.sources(code)))
                .map(recipe -> recipe.filled(blanks.with(recipe.sources(code))))
                .orElse(List.of());
    }
}
