package posthorn.engine.testmail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import posthorn.engine.message.RawMessage;

/// A message that can be read for a while only; then reading ends with an [IOException].
final class TimedMessage implements RawMessage {

    private final RawMessage raw;
    private final Clock clock;
    private final Instant end;

    TimedMessage(RawMessage raw, Clock clock, Duration time) {
        this.raw = raw;
        this.clock = clock;
        this.end = clock.instant().plus(time);
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(raw.open()) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                check();
                return super.read(octets, offset, length);
            }
        };
    }

    private void check() throws IOException {
        if (clock.instant().isAfter(end)) {
            throw new IOException("no time left to read the message");
        }
    }
}
