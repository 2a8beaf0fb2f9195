package posthorn.engine.outside;

import java.util.Arrays;
import java.util.Optional;

/// The types of resource records we ask for, with their numbers in the IANA registry.
public enum RecordType {
    A(1),
    NS(2),
    CNAME(5),
    SOA(6),
    PTR(12),
    MX(15),
    TXT(16),
    AAAA(28),
    DS(43),
    RRSIG(46),
    DNSKEY(48),
    NSEC3PARAM(51),
    TLSA(52),
    SPF(99),
    CAA(257);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /// The number on the wire.
    public int code() {
        return code;
    }

    /// The type with this number, if it is one of ours.
    public static Optional<RecordType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
