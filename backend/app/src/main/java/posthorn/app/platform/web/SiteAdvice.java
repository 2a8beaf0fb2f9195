package posthorn.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every page what the layout needs.
@ControllerAdvice
class SiteAdvice {

    @ModelAttribute("site")
    Site site(HttpServletRequest request, Locale locale) {
        var theme = Theme.of(request);
        var person = request.getUserPrincipal();
        return new Site(
                locale.getLanguage(),
                theme == Theme.SYSTEM ? "" : theme.word(),
                Here.path(request),
                Here.withoutPreferences(request),
                person == null ? "" : Shown.of(person.getName()));
    }
}
