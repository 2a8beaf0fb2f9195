package posthorn.engine.tls;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.server.MailSoftware;

/// Which program a host runs that is no provider's, so that advice can begin with the right one.
final class Program implements Rule<TlsFacts> {

    @Override
    public List<Finding> judge(TlsFacts facts) {
        return facts.looked().stream()
                .map(TlsFacts.Judged::host)
                .filter(host -> host.operator().equals(MailHost.SELF))
                .flatMap(host -> judge(host).stream())
                .toList();
    }

    private static Optional<Finding> judge(MailHost host) {
        return host.visits().stream()
                .map(visit -> visit.answer())
                .filter(Spoke.class::isInstance)
                .flatMap(answer -> MailSoftware.of((Spoke) answer).stream())
                .findFirst()
                .map(software ->
                        info(MailSoftware.CODE, host.name())
                                .with("software", software.program().title())
                                .with("shownBy", software.shownBy()));
    }
}
