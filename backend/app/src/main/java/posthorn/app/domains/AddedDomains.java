package posthorn.app.domains;

import java.util.List;
import posthorn.engine.outside.DnsName;

/// What became of a form that adds domains.
///
/// @param names what was added
/// @param form what is left to mend; its names hold a proposal where there is one
/// @param faults nothing when all went well
record AddedDomains(List<DnsName> names, DomainForm form, List<Fault> faults) {

    AddedDomains {
        names = List.copyOf(names);
        faults = List.copyOf(faults);
    }

    boolean isComplete() {
        return faults.isEmpty();
    }
}
