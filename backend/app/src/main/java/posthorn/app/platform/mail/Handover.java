package posthorn.app.platform.mail;

/// What the relay said to a mail.
sealed interface Handover {

    /// It has the mail now.
    record Taken() implements Handover {}

    /// It may take the mail later, or could not be reached.
    record Later(String reason) implements Handover {}

    /// It will never take the mail (RFC 5321 §4.2.1: a reply that begins with 5).
    record Refused(String reason) implements Handover {}
}
