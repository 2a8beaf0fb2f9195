package posthorn.engine.table;

/// A table that cannot be read; the message names the line.
public final class Unreadable extends RuntimeException {

    private final int line;

    public Unreadable(int line, String why) {
        super("line " + line + ": " + why);
        this.line = line;
    }

    /// The number of the line, counted from 1.
    public int line() {
        return line;
    }
}
