package posthorn.app.domains;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.platform.web.Shown;
import posthorn.engine.outside.DnsName;

/// Carries out the form that adds domains: adds what can be added and gives the rest back.
@Component
class AddForm {

    private static final String FIELD = "names";

    private final Domains domains;

    AddForm(Domains domains) {
        this.domains = domains;
    }

    @Transactional
    AddedDomains submit(long teamId, DomainForm form) {
        var typed = TypedDetails.read(form);
        var lines = TypedNames.read(form.names()).lines();
        var faults = new ArrayList<>(typed.faults());
        if (lines.isEmpty()) {
            faults.addFirst(Fault.of(FIELD, "EMPTY"));
        } else if (lines.size() > TypedNames.MOST) {
            faults.addFirst(Fault.of(FIELD, "names", String.valueOf(TypedNames.MOST)));
        }
        return faults.isEmpty()
                ? add(teamId, form, typed.details(), lines)
                : new AddedDomains(List.of(), form, faults);
    }

    private AddedDomains add(
            long teamId, DomainForm form, DomainDetails details, List<String> lines) {
        var names = new ArrayList<DnsName>();
        var left = new ArrayList<String>();
        var faults = new ArrayList<Fault>();
        for (var line : lines) {
            switch (TypedName.read(line)) {
                case TypedName.Usable(var name) -> {
                    var fault = domains.add(teamId, name, details);
                    fault.ifPresent(why -> faults.add(fault(why, name.unicode())));
                    fault.ifPresentOrElse(_ -> left.add(line), () -> names.add(name));
                }
                case TypedName.Holds(var why, var name) -> {
                    faults.add(Fault.of(FIELD, why.name(), Shown.of(line), name.unicode()));
                    left.add(name.unicode());
                }
                case TypedName.Refused(var why) -> {
                    faults.add(fault(why, Shown.of(line)));
                    left.add(line);
                }
            }
        }
        return new AddedDomains(names, form.withNames(String.join("\n", left)), faults);
    }

    private static Fault fault(NameFault why, String shown) {
        return Fault.of(FIELD, why.name(), shown, String.valueOf(Domains.LIMIT));
    }
}
