package posthorn.app.platform.start;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import posthorn.app.platform.InvalidSetting;

/// Says in one sentence why the service did not start. What it has no sentence for is left to
/// Spring, with all details.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {

    StartFailure(@Nullable ConfigurableApplicationContext context) {
        // Spring hands it over; there is nothing to ask it.
    }

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(StartFailure::tell);
        return sentence.isPresent();
    }

    @SuppressWarnings("SystemOut") // said to the person at the terminal, not to the log
    static void tell(String sentence) {
        System.err.println("posthorn: " + sentence);
    }

    static Optional<String> sentence(Throwable failure) {
        return causes(failure).flatMap(cause -> known(cause).stream()).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .sorted((a, b) -> Boolean.compare(isOurs(b), isOurs(a)));
    }

    /// Our own reasons first: what wraps them knows less.
    private static boolean isOurs(Throwable cause) {
        return cause instanceof StartRefused
                || cause instanceof InvalidSetting
                || cause instanceof UnboundConfigurationPropertiesException;
    }

    private static Optional<String> known(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Optional.of(refused.sentence());
            case InvalidSetting invalid -> Optional.of(invalid.sentence());
            case UnboundConfigurationPropertiesException unknown -> Optional.of(unknown(unknown));
            case BindException wrong -> Optional.of(wrong(wrong));
            case PortInUseException taken -> Optional.of(Port.taken(taken.getPort()));
            case FlywayException refused -> Optional.of(migration(refused));
            default -> Optional.empty();
        };
    }

    private static String unknown(UnboundConfigurationPropertiesException unknown) {
        var names =
                unknown.getUnboundProperties().stream()
                        .map(property -> property.getName().toString())
                        .collect(Collectors.joining(", "));
        return "The setting %s is unknown; docs/configuration.md lists them all.".formatted(names);
    }

    private static String wrong(BindException wrong) {
        var property = wrong.getProperty();
        var value = property == null ? "" : "=" + property.getValue();
        var type = wrong.getTarget().getType().resolve(Object.class);
        return "The setting %s%s %s.".formatted(wrong.getName(), value, expected(type));
    }

    private static String expected(Class<?> type) {
        if (type == int.class) {
            return "is no number";
        }
        if (type == boolean.class) {
            return "is neither true nor false";
        }
        if (type == Duration.class) {
            return "is no time span like 90s, 15m or 1h";
        }
        if (type.isEnum()) {
            return "is none of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return "cannot be read";
    }

    private static String migration(FlywayException refused) {
        var reason = String.valueOf(refused.getMessage()).lines().map(String::strip);
        return "The database could not be brought up to date: "
                + reason.filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }
}
