package posthorn.app.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Everything that goes wrong ends here, as a page that tells what to do and nothing technical.
@Controller
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorController.class);
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 429, 500, 503);

    private final SecureRandom random = new SecureRandom();

    @RequestMapping("${server.error.path:/error}")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var page = page(status(request));
        response.setStatus(page.status());
        if (page.status() >= 500) {
            LOG.error("error id={} status={}", page.id(), page.status());
        } else {
            LOG.debug("error id={} status={}", page.id(), page.status());
        }
        model.addAttribute("page", page);
        return "error/error";
    }

    private ErrorPage page(int status) {
        var id = new byte[5];
        random.nextBytes(id);
        return new ErrorPage(status, kind(status), HexFormat.of().formatHex(id));
    }

    private static int kind(int status) {
        if (WORDED.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }

    /// Somebody who asks for the error page itself finds nothing.
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND;
    }
}
