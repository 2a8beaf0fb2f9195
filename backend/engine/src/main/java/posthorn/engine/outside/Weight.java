package posthorn.engine.outside;

/// About how much memory an answer takes, rather too much than too little.
final class Weight {

    /// An object with a few references, and its place in a collection.
    private static final long OBJECT = 64;

    private Weight() {}

    static long of(Question question, Answer<Rdata> answer) {
        long octets = 8 * OBJECT + of(question.name());
        for (var alias : answer.aliases()) {
            octets += of(alias);
        }
        for (var record : answer.records()) {
            octets += of(record);
        }
        return octets;
    }

    private static long of(Rdata record) {
        return OBJECT
                + switch (record) {
                    case Rdata.Text(var strings) ->
                            strings.stream().mapToLong(string -> OBJECT + string.length()).sum();
                    case Rdata.Address _ -> 2 * OBJECT;
                    case Rdata.Mx(_, var host) -> of(host);
                    case Rdata.Target(var name) -> of(name);
                    case Rdata.Soa soa -> OBJECT + of(soa.primary()) + of(soa.mailbox());
                    case Rdata.Tlsa tlsa -> OBJECT + 2L * tlsa.data().length();
                    case Rdata.Ds ds -> OBJECT + 2L * ds.digest().length();
                    case Rdata.Dnskey key -> OBJECT + 2L * key.key().length();
                    case Rdata.Rrsig signature ->
                            4 * OBJECT
                                    + of(signature.signer())
                                    + 2L * signature.signature().length();
                    case Rdata.Nsec3Param hashing -> OBJECT + 2L * hashing.salt().length();
                    case Rdata.Caa caa ->
                            2 * OBJECT + 2L * (caa.tag().length() + caa.value().length());
                    case Rdata.Other(var presentation) -> OBJECT + 2L * presentation.length();
                };
    }

    /// A name holds one character in one octet, or in two where it was made of stranger ones.
    private static long of(DnsName name) {
        return OBJECT + 2L * name.text().length();
    }
}
