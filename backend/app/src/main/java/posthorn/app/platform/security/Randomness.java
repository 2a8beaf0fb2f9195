package posthorn.app.platform.security;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The only place the service gets secrets from.
@Configuration(proxyBeanMethods = false)
class Randomness {

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }
}
