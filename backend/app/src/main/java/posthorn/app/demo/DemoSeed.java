package posthorn.app.demo;

import java.time.ZoneId;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.account.Accounts;
import posthorn.app.account.Member;
import posthorn.app.account.NewAccount;
import posthorn.app.account.Role;
import posthorn.app.domains.Domains;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.engine.outside.DnsServer;

/// The demo's people and what they watch, added once.
@Component
@ConditionalOnBooleanProperty("posthorn.demo")
class DemoSeed implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final DemoWorld world;
    private final DemoPast past;
    private final DnsServer server;
    private final Accounts accounts;
    private final Domains domains;

    DemoSeed(DemoWorld world, DemoPast past, DnsServer server, Accounts accounts, Domains domains) {
        this.world = world;
        this.past = past;
        this.server = server;
        this.accounts = accounts;
        this.domains = domains;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (accounts.find(address(DemoAccess.ALICE)).isEmpty()) {
            var alice = accounts.add(account(DemoAccess.ALICE));
            accounts.addTo(alice.teamId(), Role.VIEWER, account(DemoAccess.BOB));
            DemoDomain.read(world.text("domains.table")).forEach(domain -> add(alice, domain));
        }
        LOG.info("event=demo dns={} sign-in={}", server.address(), DemoAccess.ALICE.email());
    }

    private void add(Member alice, DemoDomain domain) {
        var fault = domains.add(alice.teamId(), domain.name(), domain.details());
        fault.ifPresent(why -> {
            throw new IllegalStateException(domain.name() + " cannot be added: " + why);
        });
        past.write(domains.find(alice.teamId(), domain.name().text()));
    }

    private static NewAccount account(DemoAccess access) {
        return new NewAccount(address(access), access.password(), Locale.ENGLISH, ZONE);
    }

    private static EmailAddress address(DemoAccess access) {
        return new EmailAddress(access.email());
    }
}
