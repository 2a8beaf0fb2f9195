package posthorn.app.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/// The language of a page: what this browser chose by the switch, else what the account says, else
/// what the browser asks for; English when none of them is one of ours.
public final class Languages implements LocaleContextResolver {

    /// The languages there are, as the value of an HTML `lang` attribute.
    public static final List<String> ALL = List.of("en", "de");

    static final String COOKIE = "lang";

    private final ObjectProvider<LocaleSource> sources;

    Languages(ObjectProvider<LocaleSource> sources) {
        this.sources = sources;
    }

    /// Remembers the choice in this browser.
    public static void keep(Locale locale, HttpServletRequest in, HttpServletResponse out) {
        PreferenceCookie.write(COOKIE, ours(locale).getLanguage(), in, out);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(
                resolveLocale(request), TimeZone.getTimeZone(zone(request)));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> fromAccount(source -> source.locale(request)))
                .orElseGet(() -> asked(request));
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable LocaleContext context) {
        if (response != null && context != null && context.getLocale() != null) {
            keep(context.getLocale(), request, response);
        }
    }

    private ZoneId zone(HttpServletRequest request) {
        return fromAccount(source -> source.zone(request)).orElse(ZoneOffset.UTC);
    }

    private <T> Optional<T> fromAccount(Function<LocaleSource, Optional<T>> question) {
        return sources.orderedStream()
                .flatMap(source -> question.apply(source).stream())
                .findFirst();
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .filter(ALL::contains)
                .map(Locale::of);
    }

    private static Locale asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(ALL::contains)
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.ENGLISH);
    }

    private static Locale ours(Locale locale) {
        return ALL.contains(locale.getLanguage()) ? locale : Locale.ENGLISH;
    }
}
