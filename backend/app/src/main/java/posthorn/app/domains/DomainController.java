package posthorn.app.domains;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import posthorn.app.account.Member;

/// The pages on which people add, change, pause and delete domains.
@Controller
class DomainController {

    private final Domains domains;
    private final AddForm addForm;
    private final DomainPages pages;

    DomainController(Domains domains, AddForm addForm, DomainPages pages) {
        this.domains = domains;
        this.addForm = addForm;
        this.pages = pages;
    }

    @GetMapping("/domains/add")
    ModelAndView add(Member person, Locale locale, @RequestParam(defaultValue = "") String name) {
        person.requireWrite();
        var blank = new AddedDomains(List.of(), DomainForm.empty(name), List.of());
        return view("add", pages.adding(blank, locale));
    }

    @PostMapping("/domains/add")
    ModelAndView add(
            Member person,
            Locale locale,
            @RequestParam(required = false) @Nullable String names,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable String selectors,
            @RequestParam(required = false) @Nullable String hosts) {
        person.requireWrite();
        var form = DomainForm.typed(names, profile, selectors, hosts);
        var added = addForm.submit(person.teamId(), form);
        if (!added.isComplete()) {
            return unprocessable("add", pages.adding(added, locale));
        }
        return added.names().size() == 1
                ? to("/domains/" + added.names().getFirst())
                : to("/domains");
    }

    @GetMapping("/domains/{name}/settings")
    ModelAndView settings(Member person, Locale locale, @PathVariable String name) {
        var domain = domains.find(person.teamId(), name);
        person.requireWrite();
        return view("settings", pages.of(domain, locale));
    }

    @PostMapping("/domains/{name}/settings")
    ModelAndView settings(
            Member person,
            Locale locale,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable String selectors,
            @RequestParam(required = false) @Nullable String hosts) {
        var domain = domains.find(person.teamId(), name);
        person.requireWrite();
        var form = DomainForm.typed("", profile, selectors, hosts);
        var typed = TypedDetails.read(form);
        if (!typed.faults().isEmpty()) {
            return unprocessable("settings", pages.of(domain, form, typed.faults(), locale));
        }
        domains.edit(person.teamId(), name, typed.details());
        return to("/domains/" + domain.name());
    }

    @PostMapping("/domains/{name}/pause")
    ModelAndView pause(Member person, @PathVariable String name) {
        var domain = domains.find(person.teamId(), name);
        person.requireWrite();
        domains.pause(person.teamId(), name);
        return to("/domains/" + domain.name());
    }

    @PostMapping("/domains/{name}/resume")
    ModelAndView resume(Member person, @PathVariable String name) {
        var domain = domains.find(person.teamId(), name);
        person.requireWrite();
        domains.resume(person.teamId(), name);
        return to("/domains/" + domain.name());
    }

    @GetMapping("/domains/{name}/delete")
    ModelAndView delete(Member person, Locale locale, @PathVariable String name) {
        var domain = domains.find(person.teamId(), name);
        person.requireWrite();
        return view("delete", pages.of(domain, locale));
    }

    @PostMapping("/domains/{name}/delete")
    ModelAndView delete(Member person, @PathVariable String name) {
        domains.find(person.teamId(), name);
        person.requireWrite();
        domains.delete(person.teamId(), name);
        return to("/domains");
    }

    private static ModelAndView view(String name, DomainPage page) {
        return new ModelAndView("domains/" + name, "page", page);
    }

    /// The same form again, with what was typed and what is wrong with it.
    private static ModelAndView unprocessable(String name, DomainPage page) {
        var view = view(name, page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
