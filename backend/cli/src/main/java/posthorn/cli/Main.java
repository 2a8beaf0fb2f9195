package posthorn.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/// Where the command line starts.
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its exit status.
    public static void main(String[] args) {
        var out = stream(FileDescriptor.out);
        var err = stream(FileDescriptor.err);
        var streams =
                new Streams(
                        System.in,
                        out,
                        err,
                        System.getenv(),
                        Terminal.isThere(),
                        Terminal.isWatching());
        int status = new CommandLineTool(streams, Clock.systemUTC()).run(args);
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(status); // nothing is left to do: no reason to wait
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }
}
