package posthorn.app.account;

import java.time.ZoneId;
import java.util.Locale;
import posthorn.app.platform.Forbidden;

/// A person in a team: whoever is signed in, or somebody to write to.
///
/// A controller of any module that has a parameter of this type gets the signed-in person.
public record Member(
        long accountId, long teamId, String email, Role role, Locale locale, ZoneId zone) {

    /// Whether this person may change what the team watches.
    public boolean mayWrite() {
        return role.mayWrite();
    }

    /// Whether this person may change who is in the team.
    public boolean mayManage() {
        return role.mayManage();
    }

    /// Refuses somebody who may only read.
    ///
    /// @throws Forbidden for a viewer
    public void requireWrite() {
        if (!mayWrite()) {
            throw new Forbidden();
        }
    }
}
