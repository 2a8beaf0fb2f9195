package posthorn.app.alerts;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import posthorn.app.account.Member;
import posthorn.app.domains.Domain;
import posthorn.app.monitoring.Change;
import posthorn.app.platform.Settings;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.app.platform.mail.Mail;
import posthorn.app.platform.mail.MailTemplates;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedies;
import posthorn.engine.check.Remedy;
import posthorn.engine.text.Texts;

/// Writes alert mails in the language of their readers.
@Component
class AlertMails {

    /// What one run has to tell about a domain.
    record News(
            Domain domain,
            List<Incident> troubles,
            List<Incident> recoveries,
            List<Change> changes) {}

    private static final int LONGEST_SUBJECT = 150;

    private final MailTemplates templates;
    private final Settings settings;
    private final Clock clock;

    AlertMails(MailTemplates templates, Settings settings, Clock clock) {
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    Mail write(News news, Member reader) {
        return templates.write(
                "alert",
                new EmailAddress(reader.email()),
                reader.locale(),
                mail(news, reader.locale()));
    }

    private AlertMail mail(News news, Locale locale) {
        var texts = Texts.in(locale);
        var worstFirst =
                news.troubles().stream()
                        .map(Incident::finding)
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList();
        var first =
                worstFirst.isEmpty()
                        ? news.recoveries().getFirst().finding()
                        : worstFirst.getFirst();
        int all = worstFirst.isEmpty() ? news.recoveries().size() : worstFirst.size();
        return new AlertMail(
                shown(news.domain()),
                cut(Shown.of(texts.sentence(first))),
                all - 1,
                worstFirst.stream().map(finding -> trouble(finding, worstFirst, texts)).toList(),
                news.recoveries().stream().map(incident -> recovery(incident, texts)).toList(),
                news.changes().stream()
                        .filter(c -> !c.before().records().equals(c.after().records()))
                        .map(AlertMails::records)
                        .toList(),
                settings.link("/domains/" + news.domain().name()));
    }

    /// What several troubles ask of one record is one change.
    private static AlertMail.Trouble trouble(Finding finding, List<Finding> all, Texts texts) {
        return new AlertMail.Trouble(
                finding.severity().name(),
                Shown.of(texts.sentence(finding)),
                texts.why(finding).map(Shown::of).orElse(""),
                texts.fix(finding).map(Shown::of).orElse(""),
                Remedies.of(finding, all).stream()
                        .flatMap(change -> change.remedies().stream())
                        .map(AlertMails::cure)
                        .toList());
    }

    private static AlertMail.Cure cure(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, var value) ->
                    new AlertMail.Cure("publish", Shown.of(name), type.name(), Shown.of(value));
            case Remedy.Remove(var name, var type, var value) ->
                    new AlertMail.Cure("remove", Shown.of(name), type.name(), Shown.of(value));
        };
    }

    private AlertMail.Recovery recovery(Incident incident, Texts texts) {
        var end = Objects.requireNonNullElseGet(incident.closedAt(), clock::instant);
        var time = Duration.between(incident.openedAt(), end);
        return new AlertMail.Recovery(
                Shown.of(texts.sentence(incident.finding())),
                time.toDays(),
                time.toHoursPart(),
                time.toMinutesPart());
    }

    private static AlertMail.Records records(Change change) {
        return new AlertMail.Records(
                change.kind(),
                change.before().records().stream().map(Shown::of).toList(),
                change.after().records().stream().map(Shown::of).toList());
    }

    private static String shown(Domain domain) {
        var name = domain.name();
        var unicode = Shown.of(name.unicode());
        return unicode.equals(name.text()) ? unicode : unicode + " (" + name.text() + ")";
    }

    /// A sentence as a subject: without its full stop, and not too long.
    private static String cut(String sentence) {
        var bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return bare.length() <= LONGEST_SUBJECT
                ? bare
                : bare.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
