package posthorn.app.reports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import posthorn.app.platform.web.Moment;
import posthorn.app.platform.web.Moments;
import posthorn.engine.check.Finding;
import posthorn.engine.mask.HostedZone;
import posthorn.engine.mask.Masks;
import posthorn.engine.outside.DnsName;
import posthorn.engine.text.Texts;

/// Sentences of the interface and points in time, for a reader.
@Component
class Words {

    private final MessageSource messages;
    private final Moments moments;

    Words(MessageSource messages, Moments moments) {
        this.messages = messages;
        this.moments = moments;
    }

    String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /// Puts findings into this language, without what cures them.
    Cards cards(Locale locale) {
        var nowhere = new HostedZone(DnsName.ROOT, Masks.builtIn().generic(), false);
        return cards(cures(nowhere, List.of(), locale));
    }

    /// Puts findings and their cures into the language of these.
    Cards cards(Cures cures) {
        var locale = cures.locale();
        return new Cards(Texts.in(locale), new EvidenceWords(messages, locale), cures);
    }

    /// The cures of a report, for the host of its zone.
    Cures cures(HostedZone hosted, List<Finding> report, Locale locale) {
        return new Cures(hosted, report, messages, locale);
    }

    Moment moment(Instant at, Reader reader) {
        return moments.of(at, reader.locale(), reader.zone());
    }

    /// The moment, if there is one.
    List<Moment> moments(@Nullable Instant at, Reader reader) {
        return at == null ? List.of() : List.of(moment(at, reader));
    }
}
