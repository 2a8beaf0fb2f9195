package posthorn.app.platform.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: for strangers what this is, for people who are signed in their domains.
@Controller
class StartController {

    @GetMapping("/")
    String start(@Nullable Principal person) {
        return person == null ? "start/start" : "redirect:/domains";
    }
}
