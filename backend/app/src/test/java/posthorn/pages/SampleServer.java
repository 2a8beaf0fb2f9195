package posthorn.pages;

import org.springframework.boot.SpringApplication;
import posthorn.app.reports.SamplePages;

/// Serves the pages with samples on them to look at: run it with `--posthorn.templates=…`, then
/// open `/sample/report/bad`.
public final class SampleServer {

    private SampleServer() {}

    /// Starts it.
    public static void main(String[] args) {
        new SpringApplication(PagesApp.class, SamplePages.class).run(args);
    }
}
