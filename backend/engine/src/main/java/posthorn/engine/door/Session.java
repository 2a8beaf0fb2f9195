package posthorn.engine.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import posthorn.engine.message.TlsFacts;

/// The talk with one client (RFC 5321 §3, §4).
final class Session {

    /// Browsers and proxies that were led here: whatever they send next is no mail.
    private static final Set<String> HTTP =
            Set.of(
                    "GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "CONNECT", "PATCH", "TRACE",
                    "PRI");

    private static final Pattern HELO = Pattern.compile("[!-~\\x{80}-\\x{10ffff}]{1,255}");

    private static final Reply ORDER = new Reply(503, "5.5.1", "Not now");
    private static final Reply SYNTAX = new Reply(501, "5.5.4", "Not understood");
    private static final Reply UNKNOWN = new Reply(500, "5.5.1", "No such command");
    private static final Reply NOT_HERE = new Reply(502, "5.5.1", "Not done here");
    private static final Reply TOO_LONG = new Reply(500, "5.5.2", "Line too long");
    private static final Reply NO_PATH = new Reply(501, "5.1.7", "No address");
    private static final Reply NO_MAILBOX = new Reply(501, "5.1.3", "No address");
    private static final Reply ASCII = new Reply(553, "5.6.7", "Address needs SMTPUTF8");
    private static final Reply TOO_BIG = new Reply(552, "5.3.4", "Message too big");
    private static final Reply TOO_MANY = new Reply(452, "4.5.3", "Too many recipients");
    private static final Reply NOBODY = new Reply(554, "5.5.1", "No recipient was taken");
    private static final Reply FULL = new Reply(452, "4.3.1", "No room; try later");
    private static final Reply CANNOT_VERIFY =
            new Reply(252, "2.5.2", "Send and see; nothing is told here");

    private static final Reply NO_MAIL = new Reply(421, "4.7.0", "This is no mail; closing");
    private static final Reply BAD_LINE = new Reply(421, "4.5.2", "Lines end with CR LF; closing");
    private static final Reply ENOUGH = new Reply(421, "4.7.0", "Too many errors; closing");
    private static final Reply IDLE = new Reply(421, "4.7.0", "Nothing comes of this; closing");
    private static final Reply LATE = new Reply(421, "4.4.2", "Too slow; closing");
    private static final Reply BEHIND_TLS =
            new Reply(421, "4.5.0", "Nothing may follow STARTTLS; closing");

    /// The client shall be left.
    private static final class Over extends IOException {

        private static final long serialVersionUID = 1;
        private final transient Optional<Reply> word;

        Over(Reply word) {
            super(word.text());
            this.word = Optional.of(word);
        }

        Over() {
            super("gone");
            this.word = Optional.empty();
        }
    }

    private final Socket socket;
    private final Door.House house;
    private final Wire wire;
    private final Clock clock;
    private final Limits limits;
    private final Instant connected;
    private boolean early;
    private TlsFacts tls = new TlsFacts.Clear();
    private String helo = "";
    private boolean extended;
    private Instant greeted;
    private Instant mailAt;
    private Optional<Path> reversePath = Optional.empty();
    private Parameters parameters = new Parameters(-1, false, false);
    private final List<String> forwardPaths = new ArrayList<>();
    private int errors;
    private int idle;

    Session(Socket socket, Door.House house) throws IOException {
        this.socket = socket;
        this.house = house;
        this.limits = house.limits();
        this.clock = house.clock();
        this.wire = new Wire(socket);
        this.connected = clock.instant();
        this.greeted = connected;
        this.mailAt = connected;
    }

    /// From the greeting to the end.
    void run() {
        try (wire) {
            try {
                greet();
                while (true) {
                    step();
                }
            } catch (Over over) {
                if (over.word.isPresent()) {
                    wire.say(over.word.get());
                }
                wire.hangUp();
            } catch (SocketTimeoutException slow) {
                wire.say(LATE);
                wire.hangUp();
            }
        } catch (IOException gone) {
            return; // the client has gone
        }
    }

    private void greet() throws IOException {
        wire.allow(limits.command());
        early = wire.hasMore();
        wire.say(new Reply(220, "", house.name() + " ESMTP"));
    }

    private void step() throws IOException {
        wire.allow(limits.command());
        switch (wire.line(limits.line())) {
            case Wire.Line.End() -> throw new Over();
            case Wire.Line.Broken() -> throw new Over(BAD_LINE);
            case Wire.Line.TooLong() -> {
                answer(TOO_LONG);
                if (!wire.skipLine()) {
                    throw new Over(BAD_LINE);
                }
            }
            case Wire.Line.Whole(var line) -> command(line);
        }
    }

    private void command(String line) throws IOException {
        int blank = line.indexOf(' ');
        var verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
        var rest = blank < 0 ? "" : line.substring(blank + 1);
        if (HTTP.contains(verb) || isHeader(verb)) {
            throw new Over(NO_MAIL);
        }
        switch (verb) {
            case "EHLO" -> ehlo(rest.strip());
            case "HELO" -> helo(rest.strip());
            case "MAIL" -> mail(rest);
            case "RCPT" -> rcpt(rest);
            case "DATA" -> data(rest);
            case "STARTTLS" -> starttls(rest);
            case "RSET" -> reset(rest);
            case "NOOP" -> pass(Reply.OK);
            case "VRFY" -> pass(rest.isBlank() ? SYNTAX : CANNOT_VERIFY);
            case "EXPN", "HELP", "TURN", "AUTH", "BDAT", "ETRN" -> answer(NOT_HERE);
            case "QUIT" -> quit(rest);
            default -> answer(UNKNOWN);
        }
    }

    /// `Subject:` is what a smuggled message begins with.
    private static boolean isHeader(String verb) {
        return verb.length() > 1
                && verb.endsWith(":")
                && verb.chars().limit(verb.length() - 1).allMatch(c -> c > ' ' && c < 0x7f);
    }

    /// Says it, and counts it if it is a no.
    private void answer(Reply reply) throws IOException {
        wire.say(reply);
        if (reply.code() >= 500 && ++errors >= limits.errors()) {
            throw new Over(ENOUGH);
        }
    }

    /// Answers what leads nowhere.
    private void pass(Reply reply) throws IOException {
        answer(reply);
        if (++idle >= limits.idle()) {
            throw new Over(IDLE);
        }
    }

    private void quit(String rest) throws IOException {
        if (!rest.isBlank()) {
            answer(SYNTAX);
            return;
        }
        throw new Over(Reply.BYE);
    }

    private void reset(String rest) throws IOException {
        if (!rest.isBlank()) {
            answer(SYNTAX);
            return;
        }
        forget();
        pass(Reply.OK);
    }

    private void forget() {
        reversePath = Optional.empty();
        parameters = new Parameters(-1, false, false);
        forwardPaths.clear();
    }

    private boolean isGreeting(String name) throws IOException {
        var decoded = decoded(name);
        if (decoded.isEmpty() || !HELO.matcher(decoded.get()).matches()) {
            answer(SYNTAX);
            return false;
        }
        if (!helo.isEmpty() && ++idle >= limits.idle()) {
            throw new Over(IDLE);
        }
        forget();
        helo = decoded.get();
        greeted = clock.instant();
        return true;
    }

    private void helo(String name) throws IOException {
        if (isGreeting(name)) {
            extended = false;
            wire.say(new Reply(250, "", house.name()));
        }
    }

    private void ehlo(String name) throws IOException {
        if (isGreeting(name)) {
            extended = true;
            wire.say(250, capabilities());
        }
    }

    private List<String> capabilities() {
        var lines = new ArrayList<String>();
        lines.add(house.name());
        lines.add("PIPELINING");
        lines.add("SIZE " + limits.message());
        if (house.tls().isPresent() && tls instanceof TlsFacts.Clear) {
            lines.add("STARTTLS");
        }
        lines.add("ENHANCEDSTATUSCODES");
        lines.add("8BITMIME");
        lines.add("SMTPUTF8");
        return lines;
    }

    private void starttls(String rest) throws IOException {
        var factory = house.tls();
        if (!rest.isBlank()) {
            answer(SYNTAX);
        } else if (!(tls instanceof TlsFacts.Clear) || factory.isEmpty()) {
            answer(tls instanceof TlsFacts.Clear ? NOT_HERE : ORDER);
        } else if (wire.hasMore()) {
            throw new Over(BEHIND_TLS);
        } else {
            wire.say(Reply.TLS);
            encrypt(factory.get());
        }
    }

    /// Afterwards nothing is known of what came before (RFC 3207 §4.2).
    private void encrypt(SSLSocketFactory factory) throws IOException {
        wire.allow(limits.handshake());
        var encrypted = handshake(factory).getSession();
        tls = new TlsFacts.Encrypted(encrypted.getProtocol(), encrypted.getCipherSuite());
        forget();
        helo = "";
        extended = false;
    }

    /// What fails here cannot be told any more: the client would take it for TLS.
    private SSLSocket handshake(SSLSocketFactory factory) throws IOException {
        try {
            return wire.encrypt(factory);
        } catch (SocketTimeoutException slow) {
            throw new Over();
        }
    }

    private void mail(String rest) throws IOException {
        if (helo.isEmpty() || reversePath.isPresent()) {
            answer(ORDER);
            return;
        }
        var path = path(rest, "FROM:");
        if (path.isEmpty()) {
            answer(NO_PATH);
            return;
        }
        switch (Parameters.read(path.get().parameters())) {
            case Parameters.Reading.Bad(var reply) -> answer(reply);
            case Parameters.Reading.Good(var read) -> mail(path.get(), read);
        }
    }

    private void mail(Path path, Parameters read) throws IOException {
        if (!path.isNull() && !path.isMailbox()) {
            answer(NO_PATH);
        } else if (!path.isAscii() && !read.isUtf8()) {
            answer(ASCII);
        } else if (read.size() > limits.message()) {
            answer(TOO_BIG);
        } else {
            reversePath = Optional.of(path);
            parameters = read;
            mailAt = clock.instant();
            idle = 0;
            wire.say(new Reply(250, "2.1.0", "OK"));
        }
    }

    private void rcpt(String rest) throws IOException {
        if (reversePath.isEmpty()) {
            answer(ORDER);
            return;
        }
        var path = path(rest, "TO:");
        if (path.isEmpty() || !path.get().isMailbox()) {
            answer(NO_MAILBOX);
        } else if (!path.get().parameters().isEmpty()) {
            answer(Parameters.UNKNOWN);
        } else if (!path.get().isAscii() && !parameters.isUtf8()) {
            answer(ASCII);
        } else if (forwardPaths.size() >= limits.recipients()) {
            answer(TOO_MANY);
        } else {
            recipient(path.get().text());
        }
    }

    private void recipient(String forwardPath) throws IOException {
        var reply = asked(forwardPath);
        if (reply.isPositive()) {
            forwardPaths.add(forwardPath);
        }
        answer(reply);
    }

    /// The one edge where a mistake of ours becomes a reply.
    private Reply asked(String forwardPath) {
        try {
            return house.postbox().recipient(envelope(clock.instant()), forwardPath);
        } catch (RuntimeException why) {
            return fault(why);
        }
    }

    private Reply fault(Exception why) {
        return new Reply(451, "4.3.0", "Our mistake " + house.postbox().fault(why));
    }

    /// What stands behind the word and its colon, read as UTF-8 (RFC 6531 §3.3).
    private static Optional<Path> path(String rest, String word) {
        return rest.regionMatches(true, 0, word, 0, word.length())
                ? decoded(rest.substring(word.length())).flatMap(Path::read)
                : Optional.empty();
    }

    private static Optional<String> decoded(String octets) {
        try {
            var bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void data(String rest) throws IOException {
        if (!rest.isBlank()) {
            answer(SYNTAX);
        } else if (reversePath.isEmpty()) {
            answer(ORDER);
        } else if (forwardPaths.isEmpty()) {
            nobody(wire.hasMore());
        } else {
            text(envelope(clock.instant()));
        }
    }

    /// A text that did not wait for our word must not be taken for commands.
    private void nobody(boolean isText) throws IOException {
        if (isText) {
            throw new Over(NOBODY);
        }
        answer(NOBODY);
    }

    private void text(Envelope envelope) throws IOException {
        Postbox.Parcel parcel;
        try {
            parcel = house.postbox().open(envelope);
        } catch (Postbox.Full full) {
            refuse(FULL);
            return;
        } catch (IOException | RuntimeException why) {
            refuse(fault(why));
            return;
        }
        take(parcel);
    }

    private void refuse(Reply reply) throws IOException {
        forget();
        answer(reply);
    }

    private void take(Postbox.Parcel parcel) throws IOException {
        var text = new TextReader(new Guarded(parcel), limits);
        boolean kept = false;
        try {
            wire.say(Reply.GO);
            wire.allow(text.time());
            if (!wire.feed(text)) {
                throw new Over();
            }
            if (text.isTooBig()) {
                throw new Over(TOO_BIG);
            }
            var reply = kept(parcel, text.facts());
            kept = reply.isPositive();
            forget();
            answer(reply);
        } catch (Guarded.Failed failed) {
            throw new Over(failed.isFull() ? FULL : fault(failed.reason()));
        } finally {
            if (!kept) {
                parcel.drop();
            }
        }
    }

    private Reply kept(Postbox.Parcel parcel, TextFacts facts) {
        try {
            return parcel.keep(facts);
        } catch (Postbox.Full full) {
            return FULL;
        } catch (IOException | RuntimeException why) {
            return fault(why);
        }
    }

    /// Tells the failures of the house from those of the wire.
    private record Guarded(Postbox.Parcel parcel) implements Postbox.Parcel {

        static final class Failed extends IOException {

            private static final long serialVersionUID = 1;

            private final transient Exception reason;

            Failed(Exception reason) {
                super(reason);
                this.reason = reason;
            }

            Exception reason() {
                return reason;
            }

            boolean isFull() {
                return reason instanceof Postbox.Full;
            }
        }

        @Override
        public void write(byte[] octets, int from, int to) throws IOException {
            try {
                parcel.write(octets, from, to);
            } catch (IOException | RuntimeException why) {
                throw new Failed(why);
            }
        }

        @Override
        public Reply keep(TextFacts facts) throws IOException {
            return parcel.keep(facts);
        }

        @Override
        public void drop() {
            parcel.drop();
        }
    }

    private Envelope envelope(Instant now) {
        return new Envelope(
                client(),
                socket.getPort(),
                helo,
                extended,
                tls,
                reversePath.map(Path::text).orElse(""),
                forwardPaths,
                parameters.isEightBit(),
                parameters.isUtf8(),
                early,
                new Times(connected, greeted, mailAt, now));
    }

    private InetAddress client() {
        return socket.getInetAddress();
    }
}
