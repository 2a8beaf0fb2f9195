package posthorn.app.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.server.MailSoftware;
import posthorn.engine.server.ServerLines;
import posthorn.engine.server.Software;
import posthorn.engine.server.Step;

/// Puts what can be done on a server into folds for one domain and one language. Values from
/// outside are only in it where they can mean nothing but themselves.
///
/// @param domains the domain; none where no server is spoken of
/// @param seen the software that runs on its mail host, as it seems
record ServerFolds(List<DnsName> domains, List<Software> seen, Locale locale) {

    ServerFolds {
        domains = List.copyOf(domains);
        seen = List.copyOf(seen);
    }

    /// Nothing.
    static ServerFolds none() {
        return new ServerFolds(List.of(), List.of(), Locale.ROOT);
    }

    /// For a domain with all that was found about it.
    static ServerFolds of(DnsName domain, List<Finding> findings, Locale locale) {
        Optional<Software> seen =
                MailSoftware.of(findings).flatMap(software -> software.program().software());
        return new ServerFolds(List.of(domain), seen.stream().toList(), locale);
    }

    /// The folds of a finding; none where nothing is to be done.
    List<ServerFold> of(Finding finding) {
        var lines =
                domains.stream()
                        .flatMap(domain -> ServerLines.of(finding, domain, locale).stream())
                        .toList();
        return lines.stream().map(each -> fold(each, lines.size() == 1)).toList();
    }

    private ServerFold fold(ServerLines lines, boolean only) {
        return new ServerFold(
                lines.name(),
                only || seen.contains(lines.software()),
                lines.steps().stream().map(ServerFolds::task).toList());
    }

    private static ServerFold.Task task(Step step) {
        return new ServerFold.Task(
                step.kind().name().toLowerCase(Locale.ROOT),
                step.file(),
                step.elsewhere(),
                step.note(),
                step.lines());
    }
}
