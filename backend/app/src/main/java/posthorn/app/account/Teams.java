package posthorn.app.account;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The teams that own what is watched.
@Service
public class Teams {

    private final TeamRepository teams;
    private final TeamMemberRepository members;
    private final AccountRepository accounts;
    private final Clock clock;

    Teams(
            TeamRepository teams,
            TeamMemberRepository members,
            AccountRepository accounts,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Everybody in the team, in the order they joined.
    @Transactional(readOnly = true)
    public List<Member> members(long teamId) {
        return accounts.members(teamId);
    }

    /// Adds a person to a team.
    @Transactional
    public void join(long teamId, long accountId, Role role) {
        members.save(new TeamMemberEntity(teamId, accountId, role, clock.instant()));
    }

    /// Gives a person a team of their own, unless they are in one already.
    @Transactional
    public void found(long accountId, String name) {
        if (!members.existsByAccountId(accountId)) {
            var team = teams.save(new TeamEntity(name, clock.instant()));
            join(team.id(), accountId, Role.OWNER);
        }
    }
}
