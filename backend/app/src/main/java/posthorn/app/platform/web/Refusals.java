package posthorn.app.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import posthorn.app.platform.Conflict;
import posthorn.app.platform.Forbidden;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.TooManyRequests;

/// Turns the few exceptions that modules throw on purpose into statuses, and so into error pages.
@ControllerAdvice
class Refusals {

    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(Forbidden.class)
    void forbidden(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @ExceptionHandler(Conflict.class)
    void conflict(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }

    @ExceptionHandler(TooManyRequests.class)
    void tooManyRequests(TooManyRequests limit, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limit.seconds()));
        response.sendError(429);
    }
}
