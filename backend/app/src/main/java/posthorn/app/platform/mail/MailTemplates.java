package posthorn.app.platform.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;
import posthorn.app.platform.Settings;
import posthorn.app.platform.web.FrontendFiles;

/// Writes mails from `frontend-templates/mail`: `<name>.subject.txt`, `<name>.txt`, `<name>.html`.
///
/// A template sees one record named `mail`, the address of this installation as `base`, and the
/// texts of the recipient's language.
@Component
public class MailTemplates {

    private final SpringTemplateEngine engine;
    private final Settings settings;

    MailTemplates(
            ApplicationContext context,
            MessageSource messages,
            Settings settings,
            FrontendFiles files) {
        this.settings = settings;
        engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(context, files, TemplateMode.TEXT, "*.txt"));
        engine.addTemplateResolver(resolver(context, files, TemplateMode.HTML, "*.html"));
    }

    /// Writes the mail of this name in the language of its reader.
    public Mail write(String name, EmailAddress to, Locale locale, Record mail) {
        var context = new Context(locale, Map.of("mail", mail, "base", settings.baseUrl()));
        return new Mail(
                to,
                engine.process(name + ".subject.txt", context).strip(),
                engine.process(name + ".txt", context).strip().replaceAll("\n{3,}", "\n\n") + "\n",
                engine.process(name + ".html", context),
                Map.of());
    }

    private static SpringResourceTemplateResolver resolver(
            ApplicationContext context, FrontendFiles files, TemplateMode mode, String names) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix(files.location("mail/"));
        resolver.setTemplateMode(mode);
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(!files.isLive());
        return resolver;
    }
}
