package posthorn.app.domains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Profile;

/// Use, selectors and addresses as typed: what could be read, and what is wrong.
record TypedDetails(DomainDetails details, List<Fault> faults) {

    static final int MOST_SELECTORS = 30;
    static final int MOST_HOSTS = 20;

    TypedDetails {
        faults = List.copyOf(faults);
    }

    static TypedDetails read(DomainForm form) {
        var profile = profile(form.profile());
        var selectors = SelectorNames.read(form.selectors());
        var hosts = HostAddresses.read(form.hosts());
        var faults = new ArrayList<Fault>();
        if (profile.isEmpty()) {
            faults.add(Fault.of("profile", "profile"));
        }
        selectors
                .bad()
                .forEach(bad -> faults.add(Fault.of("selectors", "selector", Shown.of(bad))));
        hosts.bad().forEach(bad -> faults.add(Fault.of("hosts", "host", Shown.of(bad))));
        if (selectors.good().size() > MOST_SELECTORS) {
            faults.add(Fault.of("selectors", "selectors", String.valueOf(MOST_SELECTORS)));
        }
        if (hosts.good().size() > MOST_HOSTS) {
            faults.add(Fault.of("hosts", "hosts", String.valueOf(MOST_HOSTS)));
        }
        var use = profile.orElse(Profile.SENDS_AND_RECEIVES);
        return new TypedDetails(new DomainDetails(use, selectors.good(), hosts.good()), faults);
    }

    private static Optional<Profile> profile(String typed) {
        return Arrays.stream(Profile.values()).filter(p -> p.name().equals(typed)).findFirst();
    }
}
