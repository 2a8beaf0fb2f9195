package posthorn.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import posthorn.app.platform.start.Start;

/// The service's entry point.
@SpringBootApplication
public class Posthorn {

    /// Starts the service, or says in one sentence why it cannot.
    public static void main(String[] args) {
        Start.run(new SpringApplication(Posthorn.class), args);
    }
}
