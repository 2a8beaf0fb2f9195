package posthorn.engine.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import posthorn.engine.fuzz.Target;
import posthorn.engine.message.RawMessage;
import posthorn.engine.signature.Lab;
import posthorn.engine.signature.SignatureTargets;

/// The validator of chains.
public final class ArcTargets {

    private ArcTargets() {}

    public static List<Target> all() {
        return List.of(Target.of("arc", ArcTargets::chain, PIECES));
    }

    private static final String RESULTS =
            "ARC-Authentication-Results: i=1; mx.example.org; dkim=pass\r\n";
    private static final String MESSAGE =
            "ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=sel;"
                    + " h=From; bh=YWJj; b=YWJj\r\n";
    private static final String SEAL =
            "ARC-Seal: i=1; a=ed25519-sha256; d=example.org; s=sel; cv=none; t=1; b=YWJj\r\n";

    private static final String[] PIECES = {
        SEAL + MESSAGE + RESULTS,
        SEAL,
        MESSAGE,
        RESULTS,
        (SEAL + MESSAGE + RESULTS).replace("i=1", "i=2").replace("cv=none", "cv=pass"),
        SEAL.replace("cv=none", "cv=fail"),
        "From: alice@example.org\r\n",
        "\r\n",
        " i=51;",
        " c=simple;",
        " l=3;"
    };

    /// No forged chain holds, whether or not there are keys.
    private static void chain(byte[] octets) throws IOException {
        for (var dns : List.of(Lab.silent(), SignatureTargets.KEYS)) {
            holds(new ArcVerifier(dns, Lab.at(1)).verify(RawMessage.of(octets)));
        }
    }

    /// The sets are in order, and the chain has a reason.
    private static void holds(ArcChain chain) {
        assertThat(chain.status()).isNotEqualTo(ChainStatus.PASS);
        assertThat(chain.oldestPass()).isEmpty();
        assertThat(chain.instance()).isBetween(0, 99);
        assertThat(chain.sets()).extracting(ArcSet::instance).isSorted().doesNotHaveDuplicates();
    }
}
