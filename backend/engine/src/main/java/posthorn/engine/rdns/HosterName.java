package posthorn.engine.rdns;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.DnsName;

/// Names that hosters give to servers before anybody chooses one.
final class HosterName {

    private record Stock(Pattern pattern, String hoster) {}

    private static final List<Stock> KNOWN =
            List.of(
                    stock("static\\.[0-9a-z.-]+\\.clients\\.your-server\\.de", "Hetzner"),
                    stock("(vps|ns|ip|d)[0-9a-z.-]*\\.(ovh\\.(net|ca|us)|kimsufi\\.com)", "OVH"),
                    stock("[0-9a-z.-]*\\.ip-[0-9-]+\\.(eu|net)", "OVH"),
                    stock("ec2-[0-9-]+\\.[0-9a-z.-]*\\.?compute(-1)?\\.amazonaws\\.com", "Amazon"),
                    stock("[0-9.]+\\.bc\\.googleusercontent\\.com", "Google Cloud"),
                    stock("[0-9-]+\\.ip\\.linodeusercontent\\.com", "Akamai (Linode)"),
                    stock("[0-9a-z.-]*vultr(usercontent)?\\.com", "Vultr"),
                    stock("vmi?[0-9]+\\.contaboserver\\.net", "Contabo"),
                    stock("[0-9a-z-]+\\.stratoserver\\.net", "STRATO"),
                    stock("[0-9a-z.-]+\\.(online-server|kundenserver)\\.(info|de)", "IONOS"),
                    stock("ip[0-9-]+\\.pbiaas\\.com", "IONOS"),
                    stock(
                            "v[0-9]+\\.(supersrv|ultrasrv|quicksrv|hotsrv|bestsrv|nicesrv|luckysrv"
                                    + "|megasrv|powersrv|goodsrv|happysrv|yoursrv|desiredsrv)\\.de",
                            "netcup"),
                    stock("[0-9-]+\\.rev\\.poneytelecom\\.eu", "Scaleway"));

    private HosterName() {}

    private static Stock stock(String pattern, String hoster) {
        return new Stock(Pattern.compile(pattern), hoster);
    }

    /// Whose stock name this is.
    static Optional<String> hoster(DnsName name) {
        return KNOWN.stream()
                .filter(stock -> stock.pattern().matcher(name.text()).matches())
                .map(Stock::hoster)
                .findFirst();
    }
}
