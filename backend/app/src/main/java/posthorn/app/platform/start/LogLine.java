package posthorn.app.platform.start;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/// One event on one line, `key=value`, with nothing in it that could pass for another line.
final class LogLine implements StructuredLogFormatter<ILoggingEvent> {

    private static final int FRAMES = 12;

    @Override
    public String format(ILoggingEvent event) {
        var line = new StringBuilder(event.getInstant().toString());
        line.append(" level=").append(event.getLevel().toString().toLowerCase(Locale.ROOT));
        line.append(" at=").append(simpleName(event.getLoggerName())).append(' ');
        line.append(message(event.getFormattedMessage()));
        appendError(line, event.getThrowableProxy());
        return line.append('\n').toString();
    }

    private static String message(String text) {
        return text.startsWith("event=") ? escaped(text) : "message=" + quoted(text);
    }

    private static void appendError(StringBuilder line, @Nullable IThrowableProxy error) {
        var prefix = " error=";
        for (var cause = error; cause != null; cause = cause.getCause()) {
            line.append(prefix).append(quoted(cause.getClassName() + ": " + cause.getMessage()));
            var frames = cause.getStackTraceElementProxyArray();
            var own = Math.max(1, frames.length - cause.getCommonFrames());
            for (var i = 0; i < Math.min(own, FRAMES); i++) {
                line.append(i == 0 ? " trace=" : "|").append(frames[i].getStackTraceElement());
            }
            prefix = " cause=";
        }
    }

    private static String simpleName(String logger) {
        return escaped(logger.substring(logger.lastIndexOf('.') + 1));
    }

    private static String quoted(String text) {
        return '"' + escaped(text.strip()).replace("\"", "\\\"") + '"';
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    safe.append("\\u").append("%04x".formatted(character));
            default -> safe.appendCodePoint(character);
        }
    }
}
