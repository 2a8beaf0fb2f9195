package posthorn.engine.outside;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SPFRecord;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/// Between dnsjava's types and ours.
final class Wire {

    private Wire() {}

    static DnsName name(Name name) {
        return DnsName.of(name.toString(true));
    }

    /// The name for the wire, or empty when no message can hold it.
    static Optional<Name> name(DnsName name) {
        try {
            return Optional.of(Name.fromString(name.isRoot() ? "." : name.text() + "."));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    static Rdata rdata(Record found) {
        return switch (found) {
            case ARecord a -> new Rdata.Address(a.getAddress());
            case AAAARecord aaaa ->
                    new Rdata.Address(IpText.address(aaaa.getAddress().getAddress()));
            case MXRecord mx -> new Rdata.Mx(mx.getPriority(), name(mx.getTarget()));
            case TXTRecord txt -> text(txt.getStringsAsByteArrays());
            case SPFRecord spf -> text(spf.getStringsAsByteArrays());
            case org.xbill.DNS.CNAMERecord cname -> new Rdata.Target(name(cname.getTarget()));
            case NSRecord ns -> new Rdata.Target(name(ns.getTarget()));
            case PTRRecord ptr -> new Rdata.Target(name(ptr.getTarget()));
            case SOARecord soa -> soa(soa);
            case TLSARecord tlsa -> tlsa(tlsa);
            default -> new Rdata.Other(found.rdataToString());
        };
    }

    private static Rdata text(List<byte[]> strings) {
        return new Rdata.Text(
                strings.stream().map(s -> new String(s, StandardCharsets.ISO_8859_1)).toList());
    }

    private static Rdata soa(SOARecord soa) {
        return new Rdata.Soa(
                name(soa.getHost()),
                name(soa.getAdmin()),
                soa.getSerial(),
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }

    private static Rdata tlsa(TLSARecord tlsa) {
        return new Rdata.Tlsa(
                tlsa.getCertificateUsage(),
                tlsa.getSelector(),
                tlsa.getMatchingType(),
                HexFormat.of().formatHex(tlsa.getCertificateAssociationData()));
    }
}
