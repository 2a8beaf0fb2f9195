package posthorn.engine.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Source;
import posthorn.engine.table.Unreadable;

class ListTableTest {

    private static final String OWN =
            """
            [house]
            name   House List
            zone   bl.example.org
            lists  ip4
            tier   C
            on     yes
            code   127.0.0.2 spam
            """;

    private final ListTable builtIn = ListTable.builtIn();

    @Test
    void asksNoBuiltInListBeforeItsTermsAreAccepted() {
        assertThat(builtIn.ready()).isEmpty();
        assertThat(builtIn.lists()).hasSizeGreaterThan(20);
    }

    @Test
    void everyListThatIsSwitchedOnNamesItsTerms() {
        assertThat(builtIn.lists())
                .filteredOn(DnsList::on)
                .hasSize(8)
                .allMatch(list -> !list.terms().isEmpty())
                .allMatch(list -> list.readiness() == DnsList.Readiness.TERMS_NOT_ACCEPTED);
    }

    @Test
    void anOwnFileChangesTheWordsItNames() {
        var table = builtIn.extendedBy("[spamcop]\naccept yes\n[psbl]\non no\n");

        assertThat(table.ready()).extracting(DnsList::id).containsExactly("spamcop");
        assertThat(table.lists()).hasSameSizeAs(builtIn.lists());
        assertThat(table.lists())
                .filteredOn(list -> list.id().equals("psbl"))
                .allMatch(list -> list.readiness() == DnsList.Readiness.SWITCHED_OFF);
    }

    @Test
    void anOwnFileAddsListsAndMayDropTheBuiltInOnes() {
        assertThat(builtIn.extendedBy(OWN).lists()).hasSize(builtIn.lists().size() + 1);
        assertThat(builtIn.extendedBy("only\n" + OWN).lists())
                .extracting(DnsList::id)
                .containsExactly("house");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ix.dnsbl.manitu.net",
                "dnsbl.sorbs.net",
                "cbl.abuseat.org",
                "combined.njabl.org"
            })
    void refusesAClosedListAndSaysWhy(String zone) {
        var text = OWN.replace("bl.example.org", zone);

        assertThatThrownBy(() -> builtIn.extendedBy(text))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("line 1: [house] is closed (");
    }

    @Test
    void refusesToReviveAClosedListByItsId() {
        assertThatThrownBy(() -> builtIn.extendedBy("[nixspam]\nreason alive again\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("is closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code   10.0.0.1 spam",
                "code   spam",
                "bit    3 spam",
                "colour blue",
                "delist javascript:alert(1)",
                "tier   A",
                "accept perhaps",
                "use    money",
                "listed-point ip4",
                "key    two.labels",
                "organizational perhaps",
                "cause  boredom",
                "code   127.0.0.1 spam",
                "policy 127.255.255.254 home line",
                "bit    1 spam"
            })
    void namesTheMistakeInAnOwnFile(String line) {
        assertThatThrownBy(() -> builtIn.extendedBy(OWN + line + "\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("line ");
    }

    @Test
    void putsAKeyInBelowTheCheckOnly() {
        var table = builtIn.extendedBy("[spamhaus-zen]\nkey s3cret\n");
        var asked = new ArrayList<String>();
        Dns below =
                question -> {
                    asked.add(question.name().text());
                    return new Answer.NxDomain<>(List.of(), Source.local("test"));
                };

        var dns = table.withKeys(below);
        dns.a(DnsName.of("2.0.0.127.zen.spamhaus.org"));
        dns.a(DnsName.of("zen.spamhaus.org"));
        dns.a(DnsName.of("mail.example.org"));

        assertThat(asked)
                .containsExactly(
                        "2.0.0.127.s3cret.zen.dq.spamhaus.net",
                        "zen.spamhaus.org",
                        "mail.example.org");
        assertThat(table.ready().getFirst().zone()).hasToString("zen.spamhaus.org");
    }

    @Test
    void aListThatNeedsAKeyIsNotReadyWithout() {
        var table = builtIn.extendedBy("[abusix]\non yes\naccept yes\n");

        assertThat(table.lists())
                .filteredOn(list -> list.id().equals("abusix"))
                .extracting(DnsList::readiness)
                .containsExactly(DnsList.Readiness.KEY_MISSING);
    }

    @Test
    void saysWhatLeadsToEachCode() {
        var text = OWN + "code 127.0.0.3 bot\ncause traps\ncause infected 127.0.0.3\n";
        var house = builtIn.extendedBy("only\n" + text).lists().getFirst();

        assertThat(house.codes())
                .extracting(ListCode::cause)
                .containsExactly(Cause.TRAPS, Cause.INFECTED);
    }

    @Test
    void everyCodeOfABuiltInListThatAccusesSaysWhatLeadsToIt() {
        assertThat(builtIn.lists())
                .flatExtracting(DnsList::codes)
                .filteredOn(code -> code.meaning() != ListCode.Meaning.NOTE)
                .hasSizeGreaterThan(40)
                .allMatch(code -> code.cause() != Cause.UNTOLD);
    }

    @Test
    void anAnswerThatMayNeverAccuseIsNoteAtMost() {
        assertThat(builtIn.extendedBy(OWN + "note 127.0.0.1 good\nnote-bit 1 seen\n").lists())
                .filteredOn(list -> list.id().equals("house"))
                .hasSize(1);
        assertThat(builtIn.lists())
                .flatExtracting(DnsList::codes)
                .filteredOn(ListCode::isHarmless)
                .allMatch(code -> code.meaning() == ListCode.Meaning.NOTE);
    }

    @Test
    void aDisabledListIsStillReady() {
        var since = Instant.parse("2026-11-20T00:00:00Z");
        var off = new Disabled("house", SubjectKind.IP4, Trouble.REFUSED, since);
        var table = builtIn.extendedBy(OWN).disabling(List.of(off));
        var house = table.ready().getFirst();

        assertThat(table.disabled(house, SubjectKind.IP4)).contains(off);
        assertThat(table.disabled(house, SubjectKind.IP6)).isEmpty();
    }

    @Test
    void saysInBothLanguagesHowEachListEnded() {
        assertThat(builtIn.dead())
                .hasSizeGreaterThan(20)
                .allMatch(dead -> !dead.reasonIn(Locale.ENGLISH).isEmpty())
                .allMatch(dead -> !dead.reasonDe().equals(dead.reason()));
    }

    @Test
    void knowsHowAListEnded() {
        var dead = builtIn.deadAt(DnsName.of("ix.dnsbl.manitu.net")).orElseThrow();

        assertThat(dead.since()).isEqualTo("2025-01-16");
        assertThat(dead.reason()).isNotEmpty();
        assertThat(builtIn.deadAt(DnsName.of("zen.spamhaus.org"))).isEmpty();
    }
}
