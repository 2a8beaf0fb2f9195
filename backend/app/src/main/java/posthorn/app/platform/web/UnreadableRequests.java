package posthorn.app.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Answers requests that are no HTTP, and so never reach a filter or a page: a status, the careful
/// headers, and nothing else. The web server creates it by its name.
public final class UnreadableRequests extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.ALWAYS.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain");
        response.setCharacterEncoding("utf-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write("HTTP " + status + "\n");
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("nobody waited for the answer", gone);
        }
    }
}
