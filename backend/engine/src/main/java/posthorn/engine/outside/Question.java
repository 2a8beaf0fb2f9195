package posthorn.engine.outside;

/// One question to the DNS, class IN.
public record Question(DnsName name, RecordType type) {

    @Override
    public String toString() {
        return name + " " + type;
    }
}
