package posthorn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.ServerText;
import posthorn.engine.outside.SharedCachingDns;
import posthorn.engine.outside.SystemResolvers;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneReader;
import posthorn.engine.records.RecordSurvey;
import posthorn.engine.table.Unreadable;

/// What verbs work with: the outside, and files. One live outside for each set of resolvers, so
/// that all lines of a batch share its limits and ask a mail server once.
final class Work {

    private final Clock clock;
    private final Streams streams;
    private final boolean isBatch;
    private final ConcurrentMap<List<InetSocketAddress>, Outside> live;

    Work(Clock clock, Streams streams) {
        this(clock, streams, false, new ConcurrentHashMap<>());
    }

    private Work(
            Clock clock,
            Streams streams,
            boolean isBatch,
            ConcurrentMap<List<InetSocketAddress>, Outside> live) {
        this.clock = clock;
        this.streams = streams;
        this.isBatch = isBatch;
        this.live = live;
    }

    /// The same where standard input holds the lines of a batch.
    Work ofBatch() {
        return new Work(clock, streams, true, live);
    }

    /// Standard input.
    InputStream in() {
        if (isBatch) {
            throw UsageError.of("stdin-batch");
        }
        return streams.in();
    }

    /// Shows how many of so many things are done. A batch has no bar: its lines are its progress.
    Progress progress(int total) {
        return Progress.of(isBatch ? 0 : total, streams);
    }

    /// The outside these values ask for: a zone file, given resolvers, or the machine's own; its
    /// clock starts at `--time` where that is given.
    Outside outside(Values values) {
        var outside = values.one("zone").map(this::zone).orElseGet(() -> live(values));
        return values.one("time").map(this::startingAt).map(outside::at).orElse(outside);
    }

    private Clock startingAt(String text) {
        if (!text.matches("[0-9]{1,11}")) {
            throw UsageError.of("time").with("value", text);
        }
        var start = Instant.ofEpochSecond(Long.parseLong(text));
        return Clock.offset(clock, Duration.between(clock.instant(), start));
    }

    private Outside live(Values values) {
        return live.computeIfAbsent(
                servers(values),
                of ->
                        Outside.live(remembering(of), Outside.Introduction.NAMELESS, clock)
                                .withOthers(others(of)));
    }

    /// The second resolver, for a second opinion.
    private static List<Dns> others(List<InetSocketAddress> servers) {
        return servers.stream()
                .skip(1)
                .limit(1)
                .<Dns>map(server -> new LiveDns(List.of(server)))
                .toList();
    }

    /// The resolvers these values ask for, each by itself; a zone file is one too.
    List<RecordSurvey.Resolver> resolvers(Values values) {
        if (values.one("zone").isPresent()) {
            var dns = outside(values).dns();
            return values.all("zone").stream()
                    .map(file -> new RecordSurvey.Resolver(file, dns))
                    .toList();
        }
        return servers(values).stream()
                .map(server ->
                        new RecordSurvey.Resolver(
                                IpText.of(server.getAddress()), new LiveDns(List.of(server))))
                .toList();
    }

    private static List<InetSocketAddress> servers(Values values) {
        var given = values.all("resolver").stream().map(Work::resolver).toList();
        return given.isEmpty() ? SystemResolvers.addresses() : given;
    }

    private Dns remembering(List<InetSocketAddress> servers) {
        return new SharedCachingDns(
                new LiveDns(servers),
                SharedCachingDns.OCTETS,
                SharedCachingDns.BETWEEN_LOOKS,
                clock);
    }

    private static InetSocketAddress resolver(String text) {
        var server =
                ServerText.parse(text)
                        .orElseThrow(() -> UsageError.of("resolver").with("value", text));
        if (server.isUnresolved()) {
            throw UsageError.of("resolver-unknown").with("value", text);
        }
        return server;
    }

    /// A zone file, or all files `*.zone` of a folder.
    private Outside zone(String file) {
        var files = files(file);
        try {
            return World.read(files.stream().map(Work::text).toList()).outside(clock);
        } catch (ZoneReader.Unreadable e) {
            files.forEach(Work::understand);
            throw unreadable(file, e); // each by itself is fine, all together are not
        }
    }

    private static List<String> files(String file) {
        try {
            var path = Path.of(file);
            if (!Files.isDirectory(path)) {
                return List.of(file);
            }
            try (var files = Files.newDirectoryStream(path, "*.zone")) {
                var names = new ArrayList<String>();
                files.forEach(found -> names.add(found.toString()));
                return names.stream().sorted().toList();
            }
        } catch (IOException | InvalidPathException e) {
            throw UsageError.of("file").with("file", file);
        }
    }

    /// Finds the zone file that cannot be understood.
    private static void understand(String file) {
        try {
            World.read(text(file));
        } catch (ZoneReader.Unreadable e) {
            throw unreadable(file, e);
        }
    }

    private static UsageError unreadable(String file, ZoneReader.Unreadable e) {
        return UsageError.of("zone").with("file", file).with("why", String.valueOf(e.getMessage()));
    }

    /// The DNS lists to ask: the built-in table, changed by the file these values name.
    static ListTable lists(Values values) {
        return values.one("lists").map(Work::lists).orElseGet(ListTable::builtIn);
    }

    private static ListTable lists(String file) {
        try {
            return ListTable.builtIn().extendedBy(text(file));
        } catch (Unreadable e) {
            throw UsageError.of("lists")
                    .with("file", file)
                    .with("why", String.valueOf(e.getMessage()));
        }
    }

    /// The text of a file.
    static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (MalformedInputException e) {
            throw UsageError.of("file-encoding").with("file", file);
        } catch (IOException | InvalidPathException e) {
            throw UsageError.of("file").with("file", file);
        }
    }
}
