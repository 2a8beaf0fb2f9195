package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Where a logo has a certificate and CAA records say who may issue others, they may say who may
/// issue that (VMC requirements §4.2.2.1).
final class CaaMarks implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        return facts
                .caa()
                .found()
                .filter(found -> facts.mark().isPresent() && !found.set().has(CaaSet.MARKS))
                .map(found -> info("caa.vmc", facts.domain()).with("source", found.source()))
                .stream()
                .toList();
    }
}
