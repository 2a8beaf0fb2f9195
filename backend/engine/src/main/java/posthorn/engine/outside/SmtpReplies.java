package posthorn.engine.outside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import posthorn.engine.outside.SmtpAnswer.Reply;

/// The replies of a mail server, one after the other. What is no reply, is too long or never ends
/// is code 0, with what came so far.
final class SmtpReplies {

    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 100;

    private final InputStream in;

    SmtpReplies(InputStream in) {
        this.in = new BufferedInputStream(in, 2048);
    }

    Reply next() {
        var lines = new ArrayList<String>();
        var raw = new StringBuilder();
        try {
            while (lines.size() < MOST_LINES) {
                raw.setLength(0);
                if (!read(raw) || !isReply(raw)) {
                    return new Reply(0, with(lines, raw));
                }
                lines.add(raw.length() > 4 ? raw.substring(4) : "");
                if (raw.length() == 3 || raw.charAt(3) == ' ') {
                    return new Reply(Integer.parseInt(raw, 0, 3, 10), lines);
                }
            }
            return new Reply(0, lines);
        } catch (IOException e) {
            return new Reply(0, with(lines, raw));
        }
    }

    /// A line without its end; false if it is too long or the connection ends within it.
    private boolean read(StringBuilder line) throws IOException {
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                    line.setLength(line.length() - 1);
                }
                return true;
            }
            if (line.length() == LONGEST_LINE) {
                return false;
            }
            line.append((char) octet);
        }
        return false;
    }

    /// RFC 5321 §4.2: three digits, then a blank, a hyphen or nothing.
    private static boolean isReply(StringBuilder line) {
        return line.length() >= 3
                && line.charAt(0) >= '2'
                && line.charAt(0) <= '5'
                && isDigit(line.charAt(1))
                && isDigit(line.charAt(2))
                && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static List<String> with(List<String> lines, StringBuilder rest) {
        if (!rest.isEmpty()) {
            lines.add(rest.toString());
        }
        return lines;
    }
}
