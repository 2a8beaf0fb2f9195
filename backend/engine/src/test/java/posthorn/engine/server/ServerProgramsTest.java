package posthorn.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Gives the lines of every recipe to the programs they are for, where these are installed. Nothing
/// listens and nothing is sent: the programs only read.
class ServerProgramsTest {

    private static final Blanks.Values EXAMPLES =
            new Blanks.Values(
                    Map.ofEntries(
                            Map.entry("host", List.of("mail.example.org")),
                            Map.entry("mx", List.of("mail.example.org", "mx2.example.org")),
                            Map.entry("domain", List.of("example.org")),
                            Map.entry("pattern", List.of("*.old.example.org")),
                            Map.entry("selector", List.of("2026a")),
                            Map.entry("new", List.of("2026a")),
                            Map.entry("old", List.of("default")),
                            Map.entry("address", List.of("192.0.2.25")),
                            Map.entry("relay", List.of("smtp.example.net")),
                            Map.entry("user", List.of("alice")),
                            Map.entry("password", List.of("example")),
                            Map.entry("recipient", List.of("bob@example.com")),
                            Map.entry("forwarder", List.of("example.org"))),
                    ServerWords.in(Locale.ENGLISH));

    @TempDir private Path folder;

    /// The steps of a recipe for one software, with example values.
    private record Filled(String name, List<Step> steps) {

        /// What the files with this beginning are to hold; of those to delete, nothing.
        List<Step> files(String start) {
            return steps.stream()
                    .filter(step -> step.file().startsWith(start))
                    .filter(step -> step.kind() != Step.Kind.DELETE)
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> theShellReadsCommandsAndItsFiles() {
        return having("", step -> isShell(step)).map(each -> test(each, this::shell));
    }

    @TestFactory
    Stream<DynamicTest> postfixReadsItsFiles() {
        return having("/etc/postfix/").map(each -> test(each, this::postfix));
    }

    @TestFactory
    Stream<DynamicTest> eximReadsItsFilesInOnePiece() {
        return having("/etc/exim4/").map(each -> test(each, it -> exim(it, "false")));
    }

    @TestFactory
    Stream<DynamicTest> eximReadsItsFilesSplit() {
        return having("/etc/exim4/").map(each -> test(each, it -> exim(it, "true")));
    }

    @TestFactory
    Stream<DynamicTest> sendmailReadsItsFile() {
        return having("/etc/mail/sendmail.mc").map(each -> test(each, this::sendmail));
    }

    @TestFactory
    Stream<DynamicTest> openDkimReadsItsFile() {
        return having("/etc/opendkim.conf").map(each -> test(each, this::openDkim));
    }

    @TestFactory
    Stream<DynamicTest> rspamdReadsItsFile() {
        return having("/etc/rspamd/").map(each -> test(each, this::rspamd));
    }

    @TestFactory
    Stream<DynamicTest> nginxReadsItsFile() {
        return having("/etc/nginx/").map(each -> test(each, this::nginx));
    }

    @TestFactory
    Stream<DynamicTest> apacheReadsItsFile() {
        return having("/etc/apache2/").map(each -> test(each, this::apache));
    }

    @TestFactory
    Stream<DynamicTest> caddyReadsItsFile() {
        return having("/etc/caddy/").map(each -> test(each, this::caddy));
    }

    private static boolean isShell(Step step) {
        return switch (step.kind()) {
            case RUN, TEST -> true;
            case EDIT, CREATE ->
                    step.file().startsWith("/etc/default/") || step.lines().startsWith("#!/bin/sh");
            case DELETE -> false;
        };
    }

    private void shell(Filled filled) throws IOException {
        for (var step : filled.steps().stream().filter(ServerProgramsTest::isShell).toList()) {
            run("sh", "-n", write("commands", step.lines()).toString());
        }
    }

    private void postfix(Filled filled) throws IOException {
        var base = installed("postconf", "/usr/share/postfix/master.cf.dist");
        var services = new ArrayList<>(Files.readAllLines(base));
        for (var step : filled.files("/etc/postfix/master.cf")) {
            step.lines()
                    .lines()
                    .filter(line -> !line.startsWith(" "))
                    .map(line -> line.split("\\s+"))
                    .forEach(words -> replace(services, words[0], words[1]));
            services.addAll(step.lines().lines().toList());
        }
        write("master.cf", String.join("\n", services) + "\n");
        write("main.cf", "compatibility_level = 3.6\n" + lines(filled, "/etc/postfix/main.cf"));

        var parameters = run("postconf", "-c", folder.toString(), "-n");
        var programs = run("postconf", "-c", folder.toString(), "-M");

        assertThat(parameters + programs).doesNotContain("warning:", "error:", "fatal:");
    }

    private static void replace(List<String> services, String name, String type) {
        int at = 0;
        while (at < services.size() && !services.get(at).matches(name + "\\s+" + type + "\\s.*")) {
            at++;
        }
        if (at < services.size()) {
            services.remove(at);
            while (at < services.size() && services.get(at).startsWith(" ")) {
                services.remove(at);
            }
        }
    }

    private void exim(Filled filled, String split) throws IOException {
        installed("update-exim4.conf", "/etc/exim4/exim4.conf.template");
        run("cp", "-r", "/etc/exim4/.", folder.toString());
        run("chmod", "-R", "a+rX", folder.resolve("..").toString());
        var setup =
                """
                dc_eximconfig_configtype='internet'
                dc_other_hostnames='example.org'
                dc_local_interfaces='127.0.0.1 ; ::1'
                dc_readhost=''
                dc_relay_domains=''
                dc_minimaldns='false'
                dc_relay_nets=''
                dc_smarthost=''
                CFILEMODE='644'
                dc_hide_mailname=''
                dc_mailname_in_oh='true'
                dc_localdelivery='mail_spool'
                dc_use_split_config='%s'
                """
                        .formatted(split);
        write("update-exim4.conf.conf", setup + lines(filled, "/etc/exim4/update-exim4"));
        var macros =
                lines(filled, "/etc/exim4/exim4.conf.localmacros")
                        .replace("/etc/exim4/", folder + "/");
        write("conf.d/main/000_localmacros", macros);
        write("local_rcpt_acl", lines(filled, "/etc/exim4/local_rcpt_acl"));
        var made = folder.resolve("made.conf").toString();

        run("update-exim4.conf", "-d", folder.toString(), "-o", made);
        if (split.equals("false")) {
            // The file of macros is looked for in /etc only.
            write("made.conf", macros + Files.readString(Path.of(made)));
        }
        var read = run("exim4", "-C", made, "-bV");

        assertThat(read).contains("Configuration file is " + made);
    }

    private void sendmail(Filled filled) throws IOException {
        var base = installed("m4", "/usr/share/sendmail/cf/debian/sendmail.mc");
        var program = Path.of("/usr/libexec/sendmail/sendmail");
        assumeTrue(Files.exists(program), "sendmail is not installed");
        var ours = lines(filled, "/etc/mail/sendmail.mc");
        var rest = new ArrayList<>(ours.lines().toList());
        var mc = new StringBuilder();
        for (var line : Files.readAllLines(base)) {
            var instead = taken(rest, line.contains("`") ? macro(line) : "");
            if (line.startsWith("MAILER_DEFINITIONS")) {
                rest.forEach(each -> mc.append(each).append('\n'));
            }
            if (!line.contains("include(`/etc/mail/m4/") && !line.contains("use_cw_file")) {
                mc.append(instead.isEmpty() ? line : String.join("\n", instead)).append('\n');
            }
        }
        write("sendmail.mc", mc.toString());

        var cf = run("m4", folder.resolve("sendmail.mc").toString());
        write("sendmail.cf", cf);
        var read =
                run(
                        program.toString(),
                        "-C",
                        folder.resolve("sendmail.cf").toString(),
                        "-d0.4",
                        "-bt");

        assertThat(cf).doesNotContain("*** ERROR", "*** WARNING", "m4:");
        assertThat(read).contains("ADDRESS TEST MODE").doesNotContain("sendmail.cf: line");
    }

    /// Those of our lines that stand in the place of the one that sets this.
    private static List<String> taken(List<String> rest, String macro) {
        var taken =
                rest.stream()
                        .filter(line -> !macro.isEmpty() && macro(line).equals(macro))
                        .toList();
        rest.removeAll(taken);
        return taken;
    }

    /// What a line of m4 sets: `define(`confDOMAIN_NAME'`; of a daemon its name.
    private static String macro(String line) {
        int name = line.indexOf("Name=");
        int end = name < 0 ? line.indexOf('\'') : line.indexOf(',', name);
        return name < 0
                ? line.substring(0, Math.max(0, end))
                : line.substring(name, end < 0 ? line.length() : end);
    }

    private void openDkim(Filled filled) throws IOException {
        installed("opendkim", "/etc/opendkim.conf");
        run("openssl", "genrsa", "-out", folder.resolve("2026a.private").toString(), "2048");
        run("chmod", "600", folder.resolve("2026a.private").toString());
        var ours = lines(filled, "/etc/opendkim.conf").replace("/etc/dkimkeys", folder.toString());
        var whole =
                """
                Mode s
                Domain example.org
                Selector 2026a
                KeyFile %s/2026a.private
                RequireSafeKeys no
                """
                        .formatted(folder);
        var rest =
                whole.lines()
                        .filter(line -> !ours.contains(line.split(" ", 2)[0] + " "))
                        .map(line -> line + "\n")
                        .toList();
        var file = write("opendkim.conf", String.join("", rest) + ours);

        assertThat(run("opendkim", "-n", "-x", file.toString())).doesNotContain("opendkim:");
    }

    private void rspamd(Filled filled) throws IOException {
        installed("rspamadm", "/etc/rspamd/rspamd.conf");
        run("cp", "-r", "/etc/rspamd/.", folder.toString());
        Files.createDirectories(folder.resolve("local.d"));
        write("local.d/dkim_signing.conf", lines(filled, "/etc/rspamd/local.d/dkim_signing.conf"));

        var read =
                run(
                        "rspamadm",
                        "--var=CONFDIR=" + folder,
                        "--var=LOCAL_CONFDIR=" + folder,
                        "configtest",
                        "-c",
                        folder.resolve("rspamd.conf").toString());

        assertThat(read).contains("syntax OK");
    }

    private void nginx(Filled filled) throws IOException {
        installed("nginx", "/etc/nginx/mime.types");
        certificates();
        var block = real(lines(filled, "/etc/nginx/"));
        var server =
                block.startsWith("server")
                        ? block
                        : "server {\n    listen 127.0.0.1:8080;\n" + block + "}\n";
        var file =
                write(
                        "nginx.conf",
                        """
                        pid %1$s/pid;
                        error_log stderr;
                        events { }
                        http {
                        include /etc/nginx/mime.types;
                        access_log off;
                        %2$s
                        }
                        """
                                .formatted(folder, server));

        assertThat(run("nginx", "-t", "-c", file.toString())).contains("syntax is ok");
    }

    private void apache(Filled filled) throws IOException {
        installed("apache2", "/usr/lib/apache2/modules/mod_ssl.so");
        certificates();
        var head = new StringBuilder("ServerName example.org\nServerRoot " + folder + "\n");
        head.append("DefaultRuntimeDir " + folder + "\nErrorLog " + folder + "/log\n");
        for (var module :
                List.of("mpm_event", "authz_core", "mime", "alias", "socache_shmcb", "ssl")) {
            head.append(
                    "LoadModule %1$s_module /usr/lib/apache2/modules/mod_%1$s.so\n"
                            .formatted(module));
        }
        head.append("TypesConfig /etc/mime.types\n");
        Files.createDirectories(folder.resolve("var/www/mta-sts"));
        var block = real(lines(filled, "/etc/apache2/")).replace("/var/www", folder + "/var/www");
        var file = write("apache.conf", head + block);

        assertThat(run("apache2", "-t", "-f", file.toString())).contains("Syntax OK");
    }

    private void caddy(Filled filled) throws IOException {
        installed("caddy", "/usr/bin/caddy");
        var block = lines(filled, "/etc/caddy/");
        var file =
                write(
                        "Caddyfile",
                        block.startsWith("mta-sts") ? block : "example.org {\n" + block + "}\n");

        var read = run("caddy", "validate", "--adapter", "caddyfile", "--config", file.toString());

        assertThat(read).contains("Valid configuration");
    }

    /// The files of certbot, somewhere else.
    private String real(String lines) {
        return lines.replace("/etc/letsencrypt/live", folder.toString());
    }

    private void certificates() throws IOException {
        var place = folder.resolve("mta-sts.example.org");
        Files.createDirectories(place);
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=mta-sts.example.org",
                "-keyout",
                place.resolve("privkey.pem").toString(),
                "-out",
                place.resolve("fullchain.pem").toString());
    }

    private static Stream<Filled> having(String file) {
        return having(file, step -> step.kind() != Step.Kind.DELETE);
    }

    private static Stream<Filled> having(String file, Predicate<Step> wanted) {
        return Recipes.all().stream()
                .flatMap(recipe ->
                        recipe.filled(EXAMPLES).stream()
                                .map(lines ->
                                        new Filled(
                                                recipe.name() + " " + lines.software().id(),
                                                lines.steps())))
                .filter(each ->
                        each.steps().stream()
                                .filter(step -> step.file().startsWith(file))
                                .anyMatch(wanted));
    }

    private interface Reading {
        void read(Filled filled) throws IOException;
    }

    /// A folder for each, because tests of a factory share theirs.
    private DynamicTest test(Filled filled, Reading reading) {
        return DynamicTest.dynamicTest(
                filled.name(),
                () -> {
                    var whole = folder;
                    folder = Files.createTempDirectory(whole, "files");
                    try {
                        reading.read(filled);
                    } finally {
                        folder = whole;
                    }
                });
    }

    private static String lines(Filled filled, String file) {
        var lines = new StringBuilder();
        filled.files(file).forEach(step -> lines.append(step.lines()).append('\n'));
        return lines.toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// A file that belongs to the program; without one of the two the test is skipped.
    private static Path installed(String program, String file) {
        boolean found =
                Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin")
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(found && Files.exists(Path.of(file)), program + " is not installed");
        return Path.of(file);
    }

    /// What the command says, on both ways; it has to end well.
    private String run(String... command) throws IOException {
        var out = Files.createTempFile(folder, "out", "");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(out.toFile())
                            .start();
            int status = process.waitFor();
            var said = Files.readString(out);
            assertThat(status).as(String.join(" ", command) + "\n" + said).isZero();
            return said;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
