package posthorn.engine.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps mail for example.net in memory.
class Memory implements Postbox {

    /// A message that was kept.
    record Kept(Envelope envelope, String text, TextFacts facts) {}

    final List<Kept> kept = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    final AtomicInteger dropped = new AtomicInteger();

    @Override
    public Reply recipient(Envelope soFar, String forwardPath) {
        return forwardPath.endsWith("@example.net")
                ? new Reply(250, "2.1.5", "OK")
                : new Reply(550, "5.1.1", "Nobody here has that address");
    }

    @Override
    public Parcel open(Envelope envelope) throws IOException {
        var text = new ByteArrayOutputStream();
        return new Parcel() {
            @Override
            public void write(byte[] octets, int from, int to) throws IOException {
                text.write(octets, from, to - from);
            }

            @Override
            public Reply keep(TextFacts facts) throws IOException {
                kept.add(new Kept(envelope, text.toString(StandardCharsets.ISO_8859_1), facts));
                return Reply.OK;
            }

            @Override
            public void drop() {
                dropped.incrementAndGet();
            }
        };
    }

    @Override
    public String fault(Exception why) {
        faults.add(String.valueOf(why.getMessage()));
        return "F" + faults.size();
    }
}
