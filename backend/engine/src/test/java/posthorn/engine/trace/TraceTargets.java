package posthorn.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.fuzz.Target;

/// The reader of Received fields.
public final class TraceTargets {

    private TraceTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1(
                        "received",
                        TraceTargets::received,
                        "from mail.example.org (mail.example.org [192.0.2.1])",
                        " (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))",
                        " by mx.example.net (Postfix) with ESMTPS id 7B5193003B9",
                        " for <bob@example.net>; Wed, 25 Nov 2026 12:00:00 +0100 (CET)",
                        "([192.0.2.1]:25 helo=mail.example.org)",
                        "(HELO mail)",
                        "[IPv6:2001:db8::1]",
                        "(qmail 1 invoked by uid 2)",
                        "with Microsoft SMTP Server (version=TLS1_2, cipher=A_B) id 15.20",
                        "(Authenticated sender: alice)",
                        "from ",
                        "by ",
                        "via ",
                        "with ",
                        "(",
                        ")",
                        "\\",
                        "<",
                        ">",
                        "@",
                        ";",
                        ","));
    }

    /// Everything told stands in the text, and a second look finds the same.
    private static void received(String text) {
        var received = Received.read(text);

        assertThat(Received.read(text)).isEqualTo(received);
        assertThat(received.client()).hasSizeLessThan(2);
        assertThat(text)
                .contains(received.id())
                .contains(received.via())
                .contains(received.forPath())
                .contains(received.user())
                .contains(received.reverseName());
    }
}
