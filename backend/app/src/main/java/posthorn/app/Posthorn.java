package posthorn.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The service's entry point.
@SpringBootApplication
public class Posthorn {

    /// Starts the service.
    public static void main(String[] args) {
        SpringApplication.run(Posthorn.class, args);
    }
}
