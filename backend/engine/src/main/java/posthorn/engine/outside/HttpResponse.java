package posthorn.engine.outside;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A response of HTTP/1.1 (RFC 9112), read within limits.
///
/// @param fields by name in lower case, values as they came
/// @param body empty unless the status says success; each octet as the Latin-1 character of the
///   same number
record HttpResponse(int status, Map<String, List<String>> fields, String body) {

    /// It is no response.
    static final class Malformed extends IOException {
        Malformed(String what) {
            super(what);
        }
    }

    /// There is more than we take.
    static final class TooLarge extends IOException {
        TooLarge(String what) {
            super(what);
        }
    }

    private static final int MOST_OF_HEAD = 16 * 1024;

    static HttpResponse read(InputStream in, int limit) throws IOException {
        return new Reader(in, limit).response();
    }

    /// The first value of a field, empty if it is missing.
    String field(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    private static final class Reader {
        private final InputStream in;
        private final int limit;
        private int head;

        Reader(InputStream in, int limit) {
            this.in = new BufferedInputStream(in);
            this.limit = limit;
        }

        HttpResponse response() throws IOException {
            int status = status(line());
            var fields = fields();
            while (status / 100 == 1 && status != 101) { // RFC 9110 §15.2
                status = status(line());
                fields = fields();
            }
            var bare = new HttpResponse(status, fields, "");
            boolean empty = status / 100 != 2 || status == 204;
            return empty ? bare : new HttpResponse(status, fields, text(body(bare)));
        }

        private static String text(byte[] octets) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }

        private static int status(String line) throws IOException {
            boolean fine =
                    line.length() >= 12
                            && line.startsWith("HTTP/1.")
                            && line.charAt(8) == ' '
                            && (line.length() == 12 || line.charAt(12) == ' ');
            int status = fine ? IpText.number(line, 9, 12) : -1;
            if (status < 100) {
                throw new Malformed("no status line");
            }
            return status;
        }

        private Map<String, List<String>> fields() throws IOException {
            var fields = new HashMap<String, List<String>>();
            for (var line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                if (colon < 1 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
                    throw new Malformed("no header field"); // RFC 9112 §5.1, §5.2
                }
                var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                fields.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            return fields;
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    throw new EOFException("the head ends too early");
                }
                if (++head > MOST_OF_HEAD) {
                    throw new TooLarge("head");
                }
                line.append((char) octet);
            }
            int end = line.length() - 1;
            if (end >= 0 && line.charAt(end) == '\r') {
                line.setLength(end);
            }
            return line.toString();
        }

        /// RFC 9112 §6.3.
        private byte[] body(HttpResponse response) throws IOException {
            var coding = response.field("content-encoding");
            if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
                throw new Malformed("content-encoding, although none was accepted");
            }
            var transfer = response.fields().get("transfer-encoding");
            var length = response.fields().get("content-length");
            if (transfer != null) {
                if (length != null || !"chunked".equalsIgnoreCase(String.join(",", transfer))) {
                    throw new Malformed("transfer-encoding");
                }
                return chunks();
            }
            return length == null ? rest() : exactly(number(length, 10));
        }

        /// The one number of a field; larger than any limit if it has too many digits.
        private static int number(List<String> values, int radix) throws IOException {
            var text = values.getFirst();
            boolean digits =
                    !text.isEmpty()
                            && text.chars()
                                    .allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
            if (values.stream().distinct().count() != 1 || !digits) {
                throw new Malformed("length");
            }
            return text.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(text, radix);
        }

        private byte[] exactly(int length) throws IOException {
            if (length > limit) {
                throw new TooLarge("body");
            }
            var body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("the body ends too early");
            }
            return body;
        }

        private byte[] rest() throws IOException {
            var body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new TooLarge("body");
            }
            return body;
        }

        /// RFC 9112 §7.1; extensions and trailers are passed over and count as head.
        private byte[] chunks() throws IOException {
            var body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                if (size > limit - body.size()) {
                    throw new TooLarge("body");
                }
                body.write(exactly(size));
                if (!line().isEmpty()) {
                    throw new Malformed("chunk");
                }
            }
            var trailer = line();
            while (!trailer.isEmpty()) {
                trailer = line();
            }
            return body.toByteArray();
        }

        private int chunk() throws IOException {
            var line = line();
            int extension = line.indexOf(';');
            var size = extension < 0 ? line : line.substring(0, extension);
            return number(List.of(size.strip()), 16);
        }
    }
}
