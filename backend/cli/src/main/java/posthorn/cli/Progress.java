package posthorn.cli;

import java.io.PrintStream;

/// A bar on standard error that grows while several things are done; it is gone when they are.
final class Progress implements AutoCloseable {

    private static final int CELLS = 24;

    /// Back to the start of the line, and clears it.
    private static final String BACK = "\r\u001b[K";

    private final PrintStream err;
    private final int total;
    private final boolean shown;
    private int done;

    private Progress(PrintStream err, int total, boolean shown) {
        this.err = err;
        this.total = total;
        this.shown = shown;
    }

    /// A bar for so many things; nothing is drawn for one, or where nobody looks.
    static Progress of(int total, Streams streams) {
        var progress = new Progress(streams.err(), total, total > 1 && streams.canRedraw());
        progress.draw("");
        return progress;
    }

    /// One more is done: this one.
    synchronized void done(String what) {
        done++;
        draw(what);
    }

    private void draw(String what) {
        if (!shown) {
            return;
        }
        int full = CELLS * done / total;
        err.print(
                BACK
                        + "["
                        + "#".repeat(full)
                        + ".".repeat(CELLS - full)
                        + "] "
                        + done
                        + "/"
                        + total
                        + (what.isEmpty() ? "" : "  " + Shown.of(what)));
        err.flush();
    }

    /// Takes the bar away.
    @Override
    public synchronized void close() {
        if (shown) {
            err.print(BACK);
            err.flush();
        }
    }
}
