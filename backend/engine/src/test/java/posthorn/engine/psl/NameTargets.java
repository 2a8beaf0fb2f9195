package posthorn.engine.psl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.DnsName;

/// Names, and the public suffix list.
public final class NameTargets {

    private NameTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.utf8("name", NameTargets::name, PIECES),
                Target.utf8("psl-lines", NameTargets::lines, PIECES));
    }

    private static final String[] PIECES = {
        "example.org",
        "b\u00fccher.example",
        "xn--bcher-kva",
        ".",
        "co.uk",
        "*.ck",
        "!www.ck",
        "kobe.jp",
        "www",
        "\u3002",
        "\u200d",
        "\u00df",
        "a".repeat(63),
        "\n",
        "// ",
        "-",
        "_",
        "\u0661",
        "\u05d0"
    };

    private static void name(String text) {
        DnsName.fromPerson(text)
                .ifPresent(name -> {
                    assertThat(name.isWellFormed()).isTrue();
                    assertThat(DnsName.fromPerson(name.text())).contains(name);
                    assertThat(String.join(".", name.labels())).isEqualTo(name.text());
                    assertThat(DnsName.fromPerson(name.unicode())).contains(name);
                    registered(name, PublicSuffixes.builtIn());
                });
    }

    private static void registered(DnsName name, PublicSuffixes suffixes) {
        assertThat(name.isWithin(suffixes.organizationalDomain(name))).isTrue();
        var registrable = suffixes.registrableDomain(name);
        assertThat(registrable.isEmpty()).isEqualTo(suffixes.isPublicSuffix(name));
        registrable.ifPresent(domain -> {
            assertThat(name.isWithin(domain)).isTrue();
            assertThat(suffixes.registrableDomain(domain)).contains(domain);
        });
    }

    /// Any text is a list of rules, and any rules part any name.
    private static void lines(String text) {
        var suffixes = PublicSuffixes.of(text.lines());
        for (var name : List.of("a.b.c.example.org", "www.ck", "x.kobe.jp", "org")) {
            var organizational = suffixes.organizationalDomain(DnsName.of(name));
            assertThat(DnsName.of(name).isWithin(organizational)).isTrue();
        }
    }
}
