package posthorn.app.account;

import org.springframework.data.repository.Repository;

interface TeamMemberRepository extends Repository<TeamMemberEntity, Long> {

    TeamMemberEntity save(TeamMemberEntity member);

    boolean existsByAccountId(long accountId);
}
