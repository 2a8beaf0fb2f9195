package posthorn.engine.tls;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;

/// A host takes mail of a size that people send (RFC 1870). Zero means that there is no limit.
final class SizeLimit implements Rule<TlsFacts> {

    private static final long LEAST = 10_000_000;
    private static final Pattern SIZE = Pattern.compile("(?i)SIZE ([0-9]{1,18})");

    @Override
    public List<Finding> judge(TlsFacts facts) {
        return facts.known().stream().flatMap(host -> judge(host).stream()).toList();
    }

    private static Optional<Finding> judge(TlsFacts.Judged host) {
        return host.host().told().stream()
                .flatMap(visit -> limit(ehlo(visit)).stream())
                .filter(size -> size > 0 && size < LEAST)
                .findFirst()
                .map(size ->
                        notice("smtp.size-small", host.name())
                                .with("bytes", size)
                                .with("operator", host.host().operator()));
    }

    /// What counts is said inside the encryption (RFC 3207 §4.2).
    private static Reply ehlo(Visit visit) {
        return switch (visit.answer()) {
            case Spoke(_, _, _, StartTls.Encrypted(_, var inside)) when inside.isPositive() ->
                    inside;
            case Spoke(_, _, var ehlo, _) -> ehlo;
            case posthorn.engine.outside.SmtpAnswer.Unreached _ -> Reply.none();
        };
    }

    private static Optional<Long> limit(Reply ehlo) {
        return ehlo.lines().stream()
                .skip(1)
                .map(line -> SIZE.matcher(line.strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }
}
