package posthorn.app.domains;

import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Profile;

/// What a person typed about domains, exactly as typed.
///
/// @param names domains, one a line; not asked for in the settings of a domain
record DomainForm(String names, String profile, String selectors, String hosts) {

    /// A missing field is an empty one.
    static DomainForm typed(
            @Nullable String names,
            @Nullable String profile,
            @Nullable String selectors,
            @Nullable String hosts) {
        return new DomainForm(
                names == null ? "" : names,
                profile == null ? "" : profile,
                selectors == null ? "" : selectors,
                hosts == null ? "" : hosts);
    }

    static DomainForm empty(String names) {
        return new DomainForm(names, Profile.SENDS_AND_RECEIVES.name(), "", "");
    }

    DomainForm withNames(String others) {
        return new DomainForm(others, profile, selectors, hosts);
    }
}
