package posthorn.engine.door;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Ends a connection when its time is up, whatever it waits for. It looks once a second, as the
/// time may become shorter.
final class Watch implements AutoCloseable {

    /// Whoever waits itself has a moment to say why it ends.
    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private final Socket socket;
    private final Thread thread;
    private volatile long end;

    Watch(Socket socket) {
        this.socket = socket;
        this.end = System.nanoTime() + MOMENT;
        this.thread = Thread.ofVirtual().start(this::watch);
    }

    void allow(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /// The milliseconds that are left, at least one.
    ///
    /// @throws SocketTimeoutException when none are
    int left() throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        return Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE);
    }

    private void watch() {
        try {
            long left = end + MOMENT - System.nanoTime();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(Math.min(left, MOMENT)));
                left = end + MOMENT - System.nanoTime();
            }
            end();
        } catch (InterruptedException e) {
            return; // it was closed before
        }
    }

    private void end() {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        end();
    }
}
