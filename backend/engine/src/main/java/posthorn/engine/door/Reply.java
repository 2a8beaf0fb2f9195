package posthorn.engine.door;

/// What the server says (RFC 5321 §4.2), with its enhanced status code (RFC 2034); that is empty
/// where none may stand.
public record Reply(int code, String status, String text) {

    static final Reply OK = new Reply(250, "2.0.0", "OK");
    static final Reply BYE = new Reply(221, "2.0.0", "Bye");
    static final Reply GO = new Reply(354, "", "Go ahead; end with <CRLF>.<CRLF>");
    static final Reply TLS = new Reply(220, "2.0.0", "Ready for TLS");

    /// Whether it says yes.
    public boolean isPositive() {
        return code < 400;
    }

    /// The line, without its end.
    String line() {
        return status.isEmpty() ? code + " " + text : code + " " + status + " " + text;
    }
}
