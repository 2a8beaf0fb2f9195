package posthorn.app.demo;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import posthorn.app.domains.DomainDetails;
import posthorn.engine.check.Profile;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;

/// A domain of the demo and what is known of it.
record DemoDomain(DnsName name, DomainDetails details) {

    /// Those of a table.
    static List<DemoDomain> read(String table) {
        return Table.read(table).blocks().stream().map(DemoDomain::of).toList();
    }

    private static DemoDomain of(Block block) {
        return new DemoDomain(
                DnsName.of(block.id()),
                new DomainDetails(profile(block), values(block, "selector"), hosts(block)));
    }

    private static Profile profile(Block block) {
        return block.value("profile")
                .map(word -> Profile.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Profile.SENDS_AND_RECEIVES);
    }

    private static List<InetAddress> hosts(Block block) {
        return values(block, "host").stream()
                .map(text -> IpText.parse(text).orElseThrow())
                .toList();
    }

    private static List<String> values(Block block, String word) {
        return block.all(word).stream().map(Block.Line::value).toList();
    }
}
