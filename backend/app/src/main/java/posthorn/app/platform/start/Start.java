package posthorn.app.platform.start;

import java.util.List;
import org.springframework.boot.SpringApplication;
import posthorn.app.platform.Settings;

/// The way from the command line to a service that is ready, or to a sentence that says why not.
public final class Start {

    private Start() {}

    /// Runs the application; ends the process with status 1 when it cannot start.
    public static void run(SpringApplication application, String[] args) {
        try {
            Environment.refuseUnknown(System.getenv().keySet());
            var context = application.run(Arguments.read(List.of(args)));
            tell("Posthorn is ready: " + context.getBean(Settings.class).baseUrl());
        } catch (StartRefused refused) {
            StartFailure.tell(refused.sentence());
            System.exit(1);
        } catch (RuntimeException _) {
            // Told already, by StartFailure or by Spring.
            System.exit(1);
        }
    }

    @SuppressWarnings("SystemOut") // said to the person at the terminal, not to the log
    private static void tell(String sentence) {
        System.out.println(sentence);
    }
}
