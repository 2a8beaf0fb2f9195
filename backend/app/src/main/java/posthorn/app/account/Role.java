package posthorn.app.account;

/// What a person may do in a team.
public enum Role {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER;

    /// Whether this role may change what the team watches.
    public boolean mayWrite() {
        return this != VIEWER;
    }

    /// Whether this role may change who is in the team.
    public boolean mayManage() {
        return this == OWNER || this == ADMIN;
    }
}
