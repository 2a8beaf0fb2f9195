package posthorn.app.account;

import org.springframework.data.repository.Repository;

interface TeamRepository extends Repository<TeamEntity, Long> {

    TeamEntity save(TeamEntity team);
}
