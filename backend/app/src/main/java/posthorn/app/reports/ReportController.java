package posthorn.app.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import posthorn.app.account.Member;

/// The pages on which people read how their domains are.
@Controller
class ReportController {

    private static final String CHECK =
            "{kind:dns|mx|spf|dkim|dmarc|bulk|rdns|tls|mtasts|tlsrpt|dane|dnssec|bimi|provider|dnsbl}";

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/domains")
    ModelAndView domains(
            Member person,
            Locale locale,
            @RequestParam(name = "q", defaultValue = "") String filter,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        return view("domains", reports.domains(person, filter, number, locale));
    }

    /// A page that asks by itself while a check runs is told to load anew when it has ended.
    @GetMapping("/domains/{name}")
    ModelAndView report(
            Member person,
            Locale locale,
            @PathVariable String name,
            @RequestParam(name = "host", defaultValue = "") String host,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean live,
            HttpServletResponse response) {
        var page = reports.report(person, name, host, locale);
        if (live && !page.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return view("report", page);
    }

    @GetMapping("/domains/{name}/" + CHECK)
    ModelAndView check(
            Member person,
            Locale locale,
            @PathVariable String name,
            @PathVariable String kind,
            @RequestParam(name = "host", defaultValue = "") String host) {
        return view("check", reports.check(person, name, kind, host, locale));
    }

    @GetMapping("/domains/{name}/history")
    ModelAndView history(
            Member person,
            Locale locale,
            @PathVariable String name,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        return view("history", reports.history(person, name, number, locale));
    }

    @GetMapping("/domains/{name}/" + CHECK + "/transcripts/{id:\\d{1,18}}")
    ModelAndView transcript(
            Member person,
            Locale locale,
            @PathVariable String name,
            @PathVariable String kind,
            @PathVariable long id) {
        return view("transcript", reports.transcript(person, name, kind, id, locale));
    }

    @GetMapping("/domains/{name}/" + CHECK + "/transcripts/{id:\\d{1,18}}/download")
    ResponseEntity<byte[]> download(
            Member person,
            Locale locale,
            @PathVariable String name,
            @PathVariable String kind,
            @PathVariable long id) {
        var page = reports.transcript(person, name, kind, id, locale);
        var file = ContentDisposition.attachment().filename("transcript.txt").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(page.text().getBytes(StandardCharsets.UTF_8));
    }

    private static ModelAndView view(String name, Object page) {
        return new ModelAndView("reports/" + name, "page", page);
    }
}
