package posthorn.engine.outside;

/// One question to the DNS, class IN.
///
/// @param signed whether it is for the records together with the signatures over them, as they are
///   published: whether these hold is left to whoever asks (DO and CD, RFC 4035 §3.2)
public record Question(DnsName name, RecordType type, boolean signed) {

    /// Behind a type: the records and their signatures.
    static final String SIGNED = "+RRSIG";

    /// A question for records.
    public Question(DnsName name, RecordType type) {
        this(name, type, false);
    }

    /// A question for records and the signatures over them.
    public static Question signed(DnsName name, RecordType type) {
        return new Question(name, type, true);
    }

    /// What is asked for: `MX`, or `MX+RRSIG`.
    String kind() {
        return type + (signed ? SIGNED : "");
    }

    @Override
    public String toString() {
        return name + " " + kind();
    }
}
