package posthorn.engine.server;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;

/// The program a mail host runs, as far as it shows. Anybody can write anything into a greeting, so
/// this is good for opening the right page of a manual, and for no verdict.
public record MailSoftware(Program program, Shown shownBy) {

    /// The code of the finding that tells it.
    public static final String CODE = "smtp.software";

    /// How it shows.
    public enum Shown {
        /// The greeting names it.
        GREETING,
        /// The reply to EHLO is as this program writes it.
        EHLO
    }

    /// Programs that name themselves in their greeting, as long as nobody tells them not to.
    public enum Program {
        POSTFIX("Postfix", "postfix"),
        EXIM("Exim", "exim"),
        SENDMAIL("sendmail", "sendmail"),
        EXCHANGE("Microsoft Exchange", "microsoft esmtp mail service"),
        OPENSMTPD("OpenSMTPD", "opensmtpd"),
        HARAKA("Haraka", "haraka"),
        STALWART("Stalwart", "stalwart"),
        HMAILSERVER("hMailServer", "hmailserver"),
        MDAEMON("MDaemon", "mdaemon"),
        MAILENABLE("MailEnable", "mailenable"),
        KERIO("Kerio Connect", "kerio connect"),
        COMMUNIGATE("CommuniGate Pro", "communigate pro"),
        DOMINO("Domino", "lotus domino|hcl domino");

        private final String title;
        private final Pattern mark;

        Program(String title, String mark) {
            this.title = title;
            this.mark = Pattern.compile("(?<![a-z0-9./@-])(?:" + mark + ")(?![a-z0-9-]|\\.[a-z])");
        }

        /// What its makers call it.
        public String title() {
            return title;
        }

        /// What we have lines for; empty where we have none.
        public Optional<Software> software() {
            return switch (this) {
                case POSTFIX -> Optional.of(Software.POSTFIX);
                case EXIM -> Optional.of(Software.EXIM);
                case SENDMAIL -> Optional.of(Software.SENDMAIL);
                default -> Optional.empty();
            };
        }

        private boolean isNamedIn(String text) {
            return mark.matcher(text).find();
        }
    }

    private static final Pattern SENDMAIL_HELLO =
            Pattern.compile("\\S+ Hello .*\\[[0-9A-Fa-f.:IPv]+], pleased to meet you");
    private static final Pattern EXIM_HELLO = Pattern.compile("\\S+ Hello \\S+ \\[[0-9A-Fa-f.:]+]");
    private static final List<String> POSTFIX_KEYWORDS =
            List.of("ETRN", "ENHANCEDSTATUSCODES", "8BITMIME", "DSN");

    /// What a host that spoke shows.
    public static Optional<MailSoftware> of(Spoke spoke) {
        return named(spoke.greeting())
                .map(program -> new MailSoftware(program, Shown.GREETING))
                .or(() -> answered(spoke.ehlo()).map(it -> new MailSoftware(it, Shown.EHLO)));
    }

    /// What the findings about a domain say its own mail hosts run.
    public static Optional<MailSoftware> of(Collection<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.code().equals(CODE))
                .flatMap(finding -> of(finding).stream())
                .findFirst();
    }

    private static Optional<MailSoftware> of(Finding finding) {
        var title = finding.evidence().get("software");
        var shown = finding.evidence().get("shownBy");
        return Arrays.stream(Program.values())
                .filter(program -> program.title.equals(title))
                .map(program ->
                        new MailSoftware(
                                program,
                                Shown.GREETING.name().equals(shown) ? Shown.GREETING : Shown.EHLO))
                .findFirst();
    }

    /// The first word is the name of the host, which may be called after anything.
    private static Optional<Program> named(Reply greeting) {
        if (!greeting.isPositive()) {
            return Optional.empty();
        }
        var text =
                String.join(" ", greeting.lines())
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^\\s*\\S+\\s*", "");
        return Arrays.stream(Program.values()).filter(it -> it.isNamedIn(text)).findFirst();
    }

    private static Optional<Program> answered(Reply ehlo) {
        if (!ehlo.isPositive() || ehlo.lines().isEmpty()) {
            return Optional.empty();
        }
        var hello = ehlo.lines().getFirst();
        if (SENDMAIL_HELLO.matcher(hello).matches()) {
            return Optional.of(Program.SENDMAIL);
        }
        if (EXIM_HELLO.matcher(hello).matches() && offers(ehlo, List.of("PIPELINING", "HELP"))) {
            return Optional.of(Program.EXIM);
        }
        boolean postfix =
                !hello.contains(" ")
                        && ehlo.lines().size() > 1
                        && ehlo.lines().get(1).equals("PIPELINING")
                        && offers(ehlo, POSTFIX_KEYWORDS);
        return postfix ? Optional.of(Program.POSTFIX) : Optional.empty();
    }

    private static boolean offers(Reply ehlo, List<String> keywords) {
        return ehlo.lines().stream()
                .map(line -> line.split(" ", 2)[0])
                .toList()
                .containsAll(keywords);
    }
}
