package posthorn.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.fuzz.Target;

/// The readers of addresses and dates.
public final class AddressTargets {

    private AddressTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.utf8("addresses", AddressTargets::addresses, ADDRESSES),
                Target.latin1("date", AddressTargets::date, DATES));
    }

    private static final String[] ADDRESSES = {
        "Alice <alice@example.org>",
        "\"Bob, B\" <bob@example.net>, ",
        "Team: a@example.org, <b@example.com>;",
        "<@a.example,@b.example:charlie@example.org>",
        "alice@[192.0.2.1]",
        "=?utf-8?q?J=C3=BCrgen=40x?= ",
        "=?iso-8859-1?b?SsO8?=",
        "(a (b) \\) c)",
        "alice @ example . org ",
        "\u202e"
    };

    /// Faults lie in the text, limits hold, and what is an address is read again as the same.
    private static void addresses(String text) {
        var list = AddressList.read(text);

        assertThat(list.mailboxes().size()).isLessThanOrEqualTo(AddressList.MAX_MAILBOXES);
        for (var fault : list.faults()) {
            assertThat(fault.at()).isBetween(0, text.length());
            assertThat(fault.at() + fault.length()).isBetween(fault.at(), text.length());
        }
        for (var mailbox : list.mailboxes()) {
            if (mailbox.domainName().isPresent() && !hasLineEnd(mailbox.localPart())) {
                assertThat(AddressList.read("<" + mailbox.address() + ">").mailboxes())
                        .containsExactly(new Mailbox("", mailbox.localPart(), mailbox.domain()));
            }
        }
    }

    /// A line end in a local part was escaped; unfolding takes it out of the second reading.
    private static boolean hasLineEnd(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    private static final String[] DATES = {
        "Fri, 21 Nov 1997 09:55:06 -0600",
        "Fri Nov 21 09:55:06 1997",
        "21 Nov 97 09:55 GMT",
        "Fri, ",
        "1 Jan ",
        "2026 ",
        "23:59:60",
        "+0130",
        "(c (d)) ",
        "PST"
    };

    /// A date is one from 1900 on.
    private static void date(String text) {
        DateField.read(text)
                .instant()
                .ifPresent(at ->
                        assertThat(at).isAfter(java.time.Instant.parse("1899-12-20T00:00:00Z")));
    }
}
