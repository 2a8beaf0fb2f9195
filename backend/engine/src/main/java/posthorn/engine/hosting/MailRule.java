package posthorn.engine.hosting;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.provider.Recognised;

/// A rule about a domain that is used for mail.
interface MailRule extends Rule<ProviderFacts> {

    /// What the facts mean.
    Stream<Finding> judge(ProviderFacts.Used facts);

    @Override
    default List<Finding> judge(ProviderFacts facts) {
        return facts instanceof ProviderFacts.Used used ? judge(used).toList() : List.of();
    }

    /// How sure it is that a provider has to do with the domain.
    enum Certainty {
        /// A sign that is confirmed.
        CONFIRMED,
        /// Only signs that are held from memory, or that others may have left there.
        LIKELY
    }

    /// Says that a provider shows, and why.
    static Finding shown(String code, Recognised found) {
        return info(code, found.provider().name())
                .with("id", found.provider().id())
                .with("certainty", found.sure() ? Certainty.CONFIRMED : Certainty.LIKELY)
                .with("signs", signs(found));
    }

    /// The same, beside what the provider asks for.
    static Finding compared(String code, Recognised found, ProviderFacts.Used facts) {
        return shown(code, found)
                .with(
                        "expected",
                        Expected.of(found, facts).stream().map(Expected::evidence).toList());
    }

    /// Where the provider shows, and what stands there.
    static List<String> signs(Recognised found) {
        return found.signs().stream().map(sign -> sign.at() + ": " + sign.value()).toList();
    }
}
