package posthorn.app.domains;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

/// Puts domains and faults into page records.
@Component
class DomainPages {

    private final MessageSource messages;

    DomainPages(MessageSource messages) {
        this.messages = messages;
    }

    DomainPage adding(AddedDomains added, Locale locale) {
        return page(
                "",
                "",
                false,
                added.form(),
                added.faults(),
                added.names().stream().map(DomainPages::both).toList(),
                locale);
    }

    DomainPage of(Domain domain, Locale locale) {
        return of(domain, formOf(domain), List.of(), locale);
    }

    DomainPage of(Domain domain, DomainForm form, List<Fault> faults, Locale locale) {
        return page(
                domain.name().text(),
                domain.name().unicode(),
                domain.isPaused(),
                form,
                faults,
                List.of(),
                locale);
    }

    private DomainPage page(
            String name,
            String shown,
            boolean paused,
            DomainForm form,
            List<Fault> faults,
            List<String> added,
            Locale locale) {
        return new DomainPage(
                name,
                shown,
                paused,
                form,
                DomainPage.profiles(locale, messages),
                faults.stream().map(fault -> fault.in(locale, messages)).toList(),
                added);
    }

    private static String both(DnsName name) {
        var shown = name.unicode();
        return shown.equals(name.text()) ? shown : shown + " (" + name.text() + ")";
    }

    private static DomainForm formOf(Domain domain) {
        var declared =
                domain.selectors().stream()
                        .filter(s -> s.origin() == KnownSelector.Origin.DECLARED)
                        .map(KnownSelector::name)
                        .collect(Collectors.joining(", "));
        var hosts = domain.hosts().stream().map(IpText::of).collect(Collectors.joining(", "));
        return new DomainForm("", domain.profile().name(), declared, hosts);
    }
}
