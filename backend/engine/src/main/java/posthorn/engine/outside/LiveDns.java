package posthorn.engine.outside;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.xbill.DNS.Name;

/// The DNS as the given servers tell it: resolvers, or servers with authority. A failure of one
/// server counts only when the next has failed too; two waits in vain are the end. Answers are
/// believed only when they fit the question (RFC 5452 §9.1); one that does not is no knowledge.
public final class LiveDns implements Dns {

    /// How long to wait for one answer of one server.
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int WAITS = 2;
    private static final int PARALLEL = 256;

    private final List<InetSocketAddress> servers;
    private final Inquiry inquiry;
    private final Semaphore parallel;

    /// Asks these servers, the first one first.
    public LiveDns(List<InetSocketAddress> servers) {
        this(servers, PATIENCE, PARALLEL);
    }

    /// Asks these servers; waits `patience` for each answer, and for at most `parallel` at once.
    public LiveDns(List<InetSocketAddress> servers, Duration patience, int parallel) {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no server to ask");
        }
        this.servers = List.copyOf(servers);
        this.inquiry = new Inquiry(patience);
        this.parallel = new Semaphore(parallel);
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var begun = System.nanoTime();
        var name = Wire.name(question.name());
        if (name.isEmpty()) {
            return new Answer.NxDomain<>(List.of(), Source.local("no name"));
        }
        var aliases = new ArrayList<Name>();
        var heard = heard(name.get(), question);
        long ttl = heard.reading().ttl();
        boolean secure = !question.signed() && heard.reading().secure();
        aliases.addAll(heard.reading().aliases());
        while (heard.reading().end() instanceof Reading.End.Further && isSane(aliases)) {
            heard = heard(aliases.getLast(), question);
            ttl = Math.min(ttl, heard.reading().ttl());
            secure &= heard.reading().secure();
            aliases.addAll(heard.reading().aliases());
        }
        var source = source(heard, begun);
        return answer(heard.reading(), names(aliases), ttl, secure, source);
    }

    static boolean isSane(List<Name> aliases) {
        return aliases.size() <= Reading.MAX_ALIASES
                && aliases.stream().distinct().count() == aliases.size();
    }

    static List<DnsName> names(List<Name> aliases) {
        return aliases.stream().limit(Reading.MAX_ALIASES).map(Wire::name).toList();
    }

    static Answer<Rdata> answer(
            Reading reading, List<DnsName> aliases, long ttl, boolean secure, Source source) {
        return switch (reading.end()) {
            case Reading.End.Found(var records) ->
                    new Answer.Data<>(
                            records.stream().map(Wire::rdata).distinct().toList(),
                            ttl,
                            secure,
                            aliases,
                            source);
            case Reading.End.Nothing() -> new Answer.NoData<>(aliases, ttl, source);
            case Reading.End.Missing() -> new Answer.NxDomain<>(aliases, ttl, source);
            case Reading.End.Further() ->
                    new Answer.Failed<>(Failure.SERVFAIL, aliases, source); // a loop, or no end
            case Reading.End.Fault(var failure) -> new Answer.Failed<>(failure, aliases, source);
        };
    }

    private static Source source(Heard heard, long begun) {
        return new Source(
                ServerText.of(heard.server()),
                heard.reading().authoritative(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private record Heard(InetSocketAddress server, Reading reading) {

        /// The failure that tells more.
        Heard or(Heard other) {
            return rank() <= other.rank() ? this : other;
        }

        private int rank() {
            return switch (reading.end()) {
                case Reading.End.Fault(var failure) ->
                        switch (failure) {
                            case BOGUS, SERVFAIL -> 1;
                            case REFUSED -> 2;
                            case MALFORMED -> 3;
                            case TIMEOUT -> 4;
                            case NOT_NOW -> 5;
                        };
                case Reading.End.Found _,
                        Reading.End.Nothing _,
                        Reading.End.Missing _,
                        Reading.End.Further _ ->
                        0;
            };
        }

        boolean failed(Failure failure) {
            return reading.end().equals(new Reading.End.Fault(failure));
        }
    }

    /// Asks server after server until one knows.
    private Heard heard(Name name, Question question) {
        boolean unchecked = question.signed();
        var heard = once(servers.getFirst(), name, question, unchecked);
        int waits = heard.failed(Failure.TIMEOUT) ? 1 : 0;
        for (var server : others(heard)) {
            if (heard.reading().isKnowledge() || waits == WAITS) {
                break;
            }
            var next = once(server, name, question, unchecked);
            waits += next.failed(Failure.TIMEOUT) ? 1 : 0;
            heard = heard.or(next);
        }
        return heard.failed(Failure.SERVFAIL) && !unchecked
                ? unchecked(heard, name, question)
                : heard;
    }

    /// A server that is alone gets a second chance, unless it said plainly that it will not answer.
    private List<InetSocketAddress> others(Heard first) {
        if (servers.size() > 1) {
            return servers.subList(1, servers.size());
        }
        boolean plain = first.failed(Failure.SERVFAIL) || first.failed(Failure.REFUSED);
        return plain ? List.of() : servers;
    }

    /// A failure that turns into data when nobody validates is a wrong signature, unless the server
    /// has recovered in between.
    private Heard unchecked(Heard failed, Name name, Question question) {
        var data = once(failed.server(), name, question, true).reading();
        if (!(data.end() instanceof Reading.End.Found)) {
            return failed;
        }
        var again = once(failed.server(), name, question, false);
        return again.reading().isKnowledge()
                ? again
                : new Heard(failed.server(), Reading.fault(Failure.BOGUS).along(failed.reading()));
    }

    private Heard once(InetSocketAddress server, Name name, Question question, boolean unchecked) {
        try {
            parallel.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard(server, Reading.fault(Failure.TIMEOUT));
        }
        try {
            return new Heard(server, exchanged(server, name, question, unchecked));
        } finally {
            parallel.release();
        }
    }

    private Reading exchanged(
            InetSocketAddress server, Name name, Question question, boolean unchecked) {
        var to = unchecked ? WireQuery.To.UNCHECKED : WireQuery.To.RESOLVER;
        return switch (inquiry.of(server, name, question, to)) {
            case Reply.Said(var message) -> Reading.of(message, name, question);
            case Reply.Garbled() -> Reading.fault(Failure.MALFORMED);
            case Reply.Silent() -> Reading.fault(Failure.TIMEOUT);
        };
    }
}
