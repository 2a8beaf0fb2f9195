package posthorn.engine.outside;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SPFRecord;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

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
            case DSRecord ds when isWhole(ds) -> ds(ds);
            case DNSKEYRecord key when holds(key.getKey()) -> key(key);
            case RRSIGRecord signature when holds(signature.getSignature()) -> signature(signature);
            case NSEC3PARAMRecord hashing -> hashing(hashing);
            case DSRecord _, DNSKEYRecord _, RRSIGRecord _ -> unknown(found);
            case CAARecord caa -> caa(caa);
            default -> new Rdata.Other(found.rdataToString());
        };
    }

    private static boolean holds(byte @Nullable [] data) {
        return data != null && data.length > 0;
    }

    /// Whether the digest is as long as its type demands: SHA-1, SHA-256, GOST or SHA-384.
    private static boolean isWhole(DSRecord ds) {
        int length = holds(ds.getDigest()) ? ds.getDigest().length : 0;
        return switch (ds.getDigestID()) {
            case 1 -> length == 20;
            case 2, 3 -> length == 32;
            case 4 -> length == 48;
            default -> length > 0;
        };
    }

    private static Rdata ds(DSRecord ds) {
        return new Rdata.Ds(
                ds.getFootprint(),
                ds.getAlgorithm(),
                ds.getDigestID(),
                HexFormat.of().formatHex(ds.getDigest()));
    }

    private static Rdata key(DNSKEYRecord key) {
        return new Rdata.Dnskey(
                key.getFlags(), key.getProtocol(), key.getAlgorithm(), base64(key.getKey()));
    }

    private static Rdata signature(RRSIGRecord signature) {
        return new Rdata.Rrsig(
                Type.string(signature.getTypeCovered()),
                signature.getAlgorithm(),
                signature.getLabels(),
                signature.getOrigTTL(),
                signature.getExpire(),
                signature.getTimeSigned(),
                signature.getFootprint(),
                name(signature.getSigner()),
                base64(signature.getSignature()));
    }

    private static Rdata hashing(NSEC3PARAMRecord hashing) {
        var salt = hashing.getSalt();
        return new Rdata.Nsec3Param(
                hashing.getHashAlgorithm(),
                hashing.getFlags(),
                hashing.getIterations(),
                holds(salt) ? HexFormat.of().formatHex(salt) : "");
    }

    private static String base64(byte[] data) {
        return Base64.getEncoder().encodeToString(data);
    }

    /// Data that its type's own form cannot write (RFC 3597 §5).
    private static Rdata unknown(Record found) {
        var data = found.rdataToWireCanonical();
        return new Rdata.Other("\\# " + data.length + " " + HexFormat.of().formatHex(data));
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

    /// From the wire, because dnsjava gives tag and value in escaped form only: flags, the length
    /// of the tag, the tag, the value (RFC 8659 §4.1).
    private static Rdata caa(CAARecord caa) {
        var octets = new String(caa.rdataToWireCanonical(), StandardCharsets.ISO_8859_1);
        int tagEnd = 2 + octets.charAt(1);
        return new Rdata.Caa(
                octets.charAt(0), octets.substring(2, tagEnd), octets.substring(tagEnd));
    }
}
