package posthorn.engine.dkim;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// What the DNS says at one selector.
public sealed interface SelectorFacts {

    /// The selector and how we know it.
    KnownSelector selector();

    /// The name asked.
    DnsName name();

    /// One record.
    ///
    /// @param chain the names an alias led through
    record Keyed(KnownSelector selector, DnsName name, List<DnsName> chain, DkimKeyRecord record)
            implements SelectorFacts {
        public Keyed {
            chain = List.copyOf(chain);
        }

        /// The RSA key, if it is one.
        Stream<DkimKey.Rsa> rsa() {
            return record.key() instanceof DkimKey.Rsa rsa ? Stream.of(rsa) : Stream.empty();
        }
    }

    /// Several records; verifiers are free to take any or none (RFC 6376 §3.6.2.2).
    record Several(KnownSelector selector, DnsName name, List<DnsName> chain, List<String> texts)
            implements SelectorFacts {
        public Several {
            chain = List.copyOf(chain);
            texts = List.copyOf(texts);
        }
    }

    /// No record.
    record Missing(KnownSelector selector, DnsName name) implements SelectorFacts {}

    /// An alias that leads to no record.
    record Dangling(KnownSelector selector, DnsName name, List<DnsName> chain)
            implements SelectorFacts {
        public Dangling {
            chain = List.copyOf(chain);
        }
    }

    /// No answer.
    record Silent(KnownSelector selector, DnsName name, Failure failure) implements SelectorFacts {}

    /// Whether we only guessed the selector.
    default boolean isGuessed() {
        return selector().origin() == KnownSelector.Origin.GUESSED;
    }
}
