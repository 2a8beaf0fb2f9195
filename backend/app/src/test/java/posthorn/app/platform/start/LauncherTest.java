package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.app.platform.Repository;

/// The launcher in a folder of its own, with programs that only say how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "sed",
                    "env",
                    "dirname",
                    "readlink",
                    "find",
                    "head",
                    "mkdir",
                    "touch",
                    "mv",
                    "rm",
                    "cat");

    @TempDir private Path temporary;
    private final Map<String, String> environment = new TreeMap<>();
    private Path house;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        house = Files.createDirectories(temporary.resolve("a house"));
        Files.copy(Repository.file("posthorn"), house.resolve("posthorn"));
        for (var folder : List.of("engine/src/main", "cli/src/main", "app/src/main")) {
            Files.createDirectories(house.resolve("backend").resolve(folder));
        }
        Files.writeString(house.resolve("pom.xml"), "");
        var tools = Files.createDirectories(temporary.resolve("tools"));
        for (var tool : TOOLS) {
            script(tools.resolve(tool), "exec " + where(tool) + " \"$@\"");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", temporary.toString());
        environment.put("JDK_FOLDERS", "");
    }

    @Test
    void tellsThatThereIsNoJdk() throws Exception {
        var run = launch(house, "run");

        assertThat(run.status).isEqualTo(69);
        assertThat(run.errors)
                .containsExactly(
                        "posthorn: a JDK 25 or newer is needed and was not found; install one or"
                                + " set JAVA_HOME to its folder.");
    }

    @Test
    void takesNoOlderJdk() throws Exception {
        environment.put("JAVA_HOME", jdk("old jdk", "21.0.9").toString());

        assertThat(launch(house, "run").status).isEqualTo(69);
    }

    @Test
    void tellsThatThereIsNoMaven() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25.0.1").toString());

        var run = launch(house, "run");

        assertThat(run.status).isEqualTo(69);
        assertThat(run.errors)
                .containsExactly(
                        "posthorn: Maven is needed for the build and was not found; install Maven"
                                + " 3.9 and put mvn on the PATH.");
    }

    @ParameterizedTest
    @CsvSource({"JAVA_HOME_25_X64", "JAVA25_HOME", "JDK_FOLDERS"})
    void findsAJdkWhereverItIs(String variable) throws Exception {
        build();
        var home = jdk("some jdks/jdk", "26");
        environment.put("JAVA_HOME", jdk("old jdk", "17").toString());
        var isFolder = variable.equals("JDK_FOLDERS");
        environment.put(variable, (isFolder ? temporary.resolve("some jdks") : home).toString());

        assertThat(launch(house, "run").output).anyMatch(line -> line.equals("java " + home));
    }

    @Test
    void findsAJdkBehindALinkOnThePath() throws Exception {
        build();
        var home = jdk("linked jdk", "25");
        Files.createSymbolicLink(temporary.resolve("tools/java"), home.resolve("bin/java"));

        assertThat(launch(house, "run").output).contains("java " + home);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                 -",
                "run,               -",
                "demo,              --demo=true",
                "--port 8081,       --port 8081",
                "run --port 8081,   --port 8081",
                "demo --port 8081,  --demo=true --port 8081"
            })
    void runsTheService(String typed, String passed) throws Exception {
        build();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        var run = launch(temporary, typed == null ? new String[0] : typed.split(" "));

        assertThat(run.status).isZero();
        assertThat(run.after("backend/app/target/posthorn.jar"))
                .isEqualTo(passed == null ? List.of() : List.of(passed.split(" ")));
        assertThat(run.output).contains("in " + house.toRealPath());
    }

    @Test
    void runsTheCommandLineWhereItWasCalled() throws Exception {
        build();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());

        var run = launch(temporary, "check", "example.org", "--selector", "a b");

        assertThat(run.after(house.toRealPath() + "/backend/cli/target/posthorn-cli.jar"))
                .containsExactly("check", "example.org", "--selector", "a b");
        assertThat(run.output).contains("in " + temporary.toRealPath());
    }

    @Test
    void letsTheJdkLearnOnceForEachJdkAndJar() throws Exception {
        build();
        environment.put("JAVA_HOME", learningJdk("jdk").toString());

        var first = launch(house, "explain");
        var second = launch(house, "explain");
        environment.put("JAVA_HOME", learningJdk("other jdk").toString());
        var other = launch(house, "explain");

        assertThat(learned()).containsExactly("jdk", "other jdk");
        for (var run : List.of(first, second, other)) {
            assertThat(run.status).isZero();
            assertThat(run.errors).isEmpty();
            assertThat(run.output)
                    .contains("-XX:AOTCache=" + house.toRealPath() + "/target/posthorn-cli.aot");
        }
    }

    @Test
    void worksWithAJdkThatCannotLearn() throws Exception {
        build();
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        Files.writeString(house.resolve("target/posthorn-cli.aot"), "of a JDK that is gone");

        var run = launch(house, "explain", "spf.ok");

        assertThat(run.status).isZero();
        assertThat(run.errors).isEmpty();
        assertThat(run.output).noneMatch(line -> line.startsWith("-XX:AOTCache"));
        assertThat(run.output).endsWith("explain", "spf.ok");
    }

    @Test
    void looksForAnotherJdkWhenTheOneFoundIsGone() throws Exception {
        build();
        environment.put("JDK_FOLDERS", temporary.resolve("some jdks").toString());
        var first = jdk("some jdks/a", "25");
        var second = jdk("some jdks/b", "25");

        var before = launch(house, "jdk");
        Files.delete(first.resolve("bin/javac"));
        var after = launch(house, "jdk");

        assertThat(before.output).containsExactly(first.toString());
        assertThat(after.output).containsExactly(second.toString());
    }

    @Test
    void buildsOnlyWhatHasChanged() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        maven(0);

        var first = launch(house, "run");
        var second = launch(house, "run");
        Files.writeString(house.resolve("backend/app/src/main/New.java"), "");
        var third = launch(house, "run");

        assertThat(first.errors).anyMatch(line -> line.startsWith("posthorn: building"));
        assertThat(second.errors).isEmpty();
        assertThat(third.errors).anyMatch(line -> line.startsWith("posthorn: building"));
    }

    @Test
    void tellsThatTheBuildFailed() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25").toString());
        maven(1);

        var run = launch(house, "check", "example.org");

        assertThat(run.status).isEqualTo(69);
        assertThat(run.output).isEmpty();
        assertThat(run.errors).last().asString().startsWith("posthorn: the build failed");
    }

    @Test
    void explainsItselfWithoutAJdk() throws Exception {
        var run = launch(house, "help");

        assertThat(run.status).isZero();
        assertThat(run.output).anyMatch(line -> line.startsWith("  ./posthorn demo"));
    }

    /// A build that is up to date.
    private void build() throws IOException {
        for (var jar : List.of("app/target/posthorn.jar", "cli/target/posthorn-cli.jar")) {
            var file = house.resolve("backend").resolve(jar);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        Files.createDirectories(house.resolve("target"));
        Files.writeString(house.resolve("target/posthorn-app.built"), "");
        Files.writeString(house.resolve("target/posthorn-cli.built"), "");
    }

    /// A Maven that leaves a jar and ends with the status.
    private void maven(int status) throws IOException {
        script(
                temporary.resolve("tools/mvn"),
                "mkdir -p backend/app/target backend/cli/target",
                ": > backend/app/target/posthorn.jar",
                "echo \"mvn $*\"",
                "exit " + status);
    }

    /// A JDK whose `java` tells where it is, where it was called and with what.
    private Path jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(temporary.toRealPath().resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(
                home.resolve("bin/java"),
                "echo \"java " + home + "\"",
                "echo \"in $(pwd -P)\"",
                "for argument in \"$@\"; do echo \"$argument\"; done");
        script(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    /// A JDK whose `java` leaves a cache and notes that it did.
    private Path learningJdk(String name) throws IOException {
        var home = jdk(name, "25");
        script(
                home.resolve("bin/java"),
                "for argument in \"$@\"; do",
                "  case $argument in -XX:AOTCacheOutput=*)",
                "    echo '" + name + "' >>'" + temporary + "/learned'",
                "    : >\"${argument#*=}\" ;;",
                "  esac",
                "  echo \"$argument\"",
                "done");
        return home;
    }

    private List<String> learned() throws IOException {
        return Files.readAllLines(temporary.resolve("learned"));
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path where(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private Run launch(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(house.resolve("posthorn").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var output = temporary.resolve("output");
        var errors = temporary.resolve("errors");
        var process =
                builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
    }

    private record Run(int status, List<String> output, List<String> errors) {

        List<String> after(String argument) {
            return output.subList(output.indexOf(argument) + 1, output.size());
        }
    }
}
