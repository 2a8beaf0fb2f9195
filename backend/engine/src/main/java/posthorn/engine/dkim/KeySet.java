package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// What the keys of a domain are together: one under several selectors, or all of a kind that many
/// receivers do not know yet.
final class KeySet implements Rule<DkimFacts> {

    @Override
    public List<Finding> judge(DkimFacts facts) {
        if (!(facts instanceof DkimFacts.Probed probed)) {
            return List.of();
        }
        var findings = new ArrayList<>(duplicates(probed));
        var usable = probed.keyed().stream().filter(key -> key.record().isUsable()).toList();
        if (!usable.isEmpty()
                && usable.stream().allMatch(k -> k.record().key() instanceof DkimKey.Ed25519)) {
            findings.add(
                    warning("dkim.ed25519-only", probed.target().domain())
                            .with("selectors", names(usable)));
        }
        return findings;
    }

    private static List<Finding> duplicates(DkimFacts.Probed facts) {
        var byModulus = new LinkedHashMap<BigInteger, List<Keyed>>();
        for (var key : facts.keyed()) {
            key.rsa()
                    .forEach(rsa ->
                            byModulus
                                    .computeIfAbsent(rsa.modulus(), _ -> new ArrayList<>())
                                    .add(key));
        }
        return byModulus.values().stream()
                .filter(same -> same.size() > 1)
                .map(same ->
                        notice("dkim.duplicate-key", same.getFirst().selector().name())
                                .with("selectors", names(same)))
                .toList();
    }

    private static List<String> names(List<Keyed> keys) {
        return keys.stream().map(key -> key.selector().name()).toList();
    }
}
