package posthorn.app.lists;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page of the DNS lists, open to everybody.
@Controller
class ListController {

    private final ListPages pages;

    ListController(ListPages pages) {
        this.pages = pages;
    }

    @GetMapping("/lists")
    ModelAndView lists(Locale locale) {
        return new ModelAndView("lists/lists", "page", pages.page(locale));
    }
}
