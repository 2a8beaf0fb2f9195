package posthorn.engine.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the DNS said to one question. `Data`, `NoData` and `NxDomain` are knowledge; `Failed` is
/// not. Aliases (CNAME) have been followed; `aliases` names each target on the way, in order.
public sealed interface Answer<T> {

    /// The lifetime of an answer that does not tell it: a zone in memory, a preview.
    long UNTOLD = -1;

    /// The names the question led to through CNAME records; empty when there was no alias.
    List<DnsName> aliases();

    /// Who said so.
    Source source();

    /// At least one record. `ttl` in seconds is the smallest of the set; `secure` is the resolver's
    /// AD flag.
    record Data<T>(List<T> records, long ttl, boolean secure, List<DnsName> aliases, Source source)
            implements Answer<T> {
        public Data {
            records = List.copyOf(records);
            aliases = List.copyOf(aliases);
        }
    }

    /// The name exists and has no such record. `ttl` says for how many seconds that holds (RFC 2308
    /// §5), or [#UNTOLD].
    record NoData<T>(List<DnsName> aliases, long ttl, Source source) implements Answer<T> {
        public NoData {
            aliases = List.copyOf(aliases);
        }

        public NoData(List<DnsName> aliases, Source source) {
            this(aliases, UNTOLD, source);
        }
    }

    /// The name, or the last alias on the way, does not exist; `ttl` as with [NoData].
    record NxDomain<T>(List<DnsName> aliases, long ttl, Source source) implements Answer<T> {
        public NxDomain {
            aliases = List.copyOf(aliases);
        }

        public NxDomain(List<DnsName> aliases, Source source) {
            this(aliases, UNTOLD, source);
        }
    }

    /// No knowledge.
    record Failed<T>(Failure failure, List<DnsName> aliases, Source source) implements Answer<T> {
        public Failed {
            aliases = List.copyOf(aliases);
        }
    }

    /// The records, or none.
    default List<T> records() {
        return this instanceof Data<T>(var records, _, _, _, _) ? records : List.of();
    }

    /// Whether the answer says there is nothing: no such record or no such name. This is what RFC
    /// 7208 §4.6.4 calls a void look-up.
    default boolean isVoid() {
        return this instanceof NoData<T> || this instanceof NxDomain<T>;
    }

    /// Whether there are records and a validating resolver vouches for them.
    default boolean isSecure() {
        return this instanceof Data<T> data && data.secure();
    }

    /// Whether the outside stayed silent or faulty.
    default boolean isFailed() {
        return this instanceof Failed<T>;
    }

    private static <T, R> List<R> changed(
            List<T> records, Function<? super T, ? extends R> change) {
        var changed = new ArrayList<R>(records.size());
        for (var record : records) {
            changed.add(change.apply(record));
        }
        return changed;
    }

    /// The same answer with each record changed by `change`.
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Data<T>(var records, var ttl, var secure, var aliases, var source) ->
                    new Data<>(changed(records, change), ttl, secure, aliases, source);
            case NoData<T>(var aliases, var ttl, var source) -> new NoData<>(aliases, ttl, source);
            case NxDomain<T>(var aliases, var ttl, var source) ->
                    new NxDomain<>(aliases, ttl, source);
            case Failed<T>(var failure, var aliases, var source) ->
                    new Failed<>(failure, aliases, source);
        };
    }
}
