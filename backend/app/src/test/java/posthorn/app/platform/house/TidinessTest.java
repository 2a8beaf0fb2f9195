package posthorn.app.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import posthorn.app.platform.Repository;

/// The repository holds what it should, written as it should be.
class TidinessTest {

    private static final Set<String> TOP =
            Set.of(
                    ".ci",
                    ".dockerignore",
                    ".editorconfig",
                    ".gitattributes",
                    ".gitignore",
                    ".mvn",
                    "CHANGELOG.md",
                    "CONTRIBUTING.md",
                    "LICENSE",
                    "README.md",
                    "backend",
                    "db-migrations",
                    "docker-compose.yml",
                    "docs",
                    "frontend-templates",
                    "ops",
                    "pom.xml",
                    "posthorn");
    private static final Set<String> LOCAL =
            Set.of(".git", "target", "data", ".env", "posthorn.properties", ".idea", ".vscode");
    private static final Pattern TEXT =
            Pattern.compile(
                    ".*\\.(java|properties|md|html|css|js|sql|xml|yml|yaml|txt|zone|case|conf)"
                            + "|.*/(posthorn|run|Dockerfile|LICENSE)");
    private static final List<Path> FILES = files();

    @Test
    void theTopLevelIsShort() throws IOException {
        try (var top = Files.list(Repository.file(""))) {
            assertThat(top.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !LOCAL.contains(name))
                    .filteredOn(name -> !name.endsWith(".iml"))
                    .isSubsetOf(TOP);
        }
    }

    @Test
    void textIsUtf8() {
        assertThat(FILES)
                .filteredOn(file -> TEXT.matcher(file.toString()).matches())
                .hasSizeGreaterThan(50)
                .allMatch(TidinessTest::isUtf8, "is UTF-8");
    }

    @Test
    void eachSentenceExistsInBothLanguages() throws IOException {
        var german = named(".*_de\\.properties");

        assertThat(german).isNotEmpty();
        for (var file : german) {
            var english = Path.of(file.toString().replace("_de.properties", ".properties"));
            assertThat(english).isRegularFile();
            assertThat(keys(file)).as(file.toString()).isEqualTo(keys(english));
        }
    }

    @Test
    void eachBundleOfSentencesHasAGermanOne() {
        assertThat(named(".*/(messages|texts)/[^/_]+\\.properties"))
                .isNotEmpty()
                .allMatch(
                        file ->
                                Files.exists(
                                        Path.of(
                                                file.toString()
                                                        .replace(".properties", "_de.properties"))),
                        "has a German file beside it");
    }

    @Test
    void noSentenceIsEmptyOrGivenTwice() throws IOException {
        for (var file : named(".*/(messages|texts)/[^/]+\\.properties")) {
            var lines =
                    Files.readAllLines(file).stream()
                            .filter(line -> line.matches("[a-zA-Z].*[=:].*"))
                            .map(line -> line.split("\\s*[=:]", 2)[0])
                            .toList();
            assertThat(lines).as(file.toString()).doesNotHaveDuplicates();
            assertThat(load(file).values())
                    .as(file.toString())
                    .allMatch(text -> !text.toString().isBlank());
        }
    }

    @Test
    void pagesEscapeWhatTheyShow() throws IOException {
        for (var page : named(".*/frontend-templates/.*\\.html")) {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .doesNotContain("th:utext", "[(", "__${", " onclick=", " style=", "<script>")
                    .doesNotContainPattern("\\s(src|href)=\"(https?:)?//");
        }
    }

    @Test
    void noFileKnowsTheMachineItWasWrittenOn() throws IOException {
        var machine = Pattern.compile("(?<![\\w.:/])/(home|Users|root|work|tmp)/[a-z]");
        var found = new TreeMap<String, String>();
        for (var file : FILES) {
            if (TEXT.matcher(file.toString()).matches()) {
                var match = machine.matcher(Files.readString(file));
                if (match.find() && !match.group().isEmpty()) {
                    found.put(file.toString(), match.group());
                }
            }
        }
        found.keySet().removeIf(file -> file.endsWith("TidinessTest.java"));

        assertThat(found).isEmpty();
    }

    @Test
    void migrationsTellTheirTimeAndTheirModule() {
        assertThat(named(".*/db-migrations/.*"))
                .isNotEmpty()
                .allMatch(
                        file ->
                                file.getFileName()
                                        .toString()
                                        .matches("V20[0-9]{10}__[a-z]+(_[a-z0-9]+)+\\.sql"),
                        "is named V<yyyyMMddHHmm>__<module>_<what>.sql");
        assertThat(named(".*/db-migrations/.*"))
                .extracting(file -> file.getFileName().toString().split("__", 2)[0])
                .doesNotHaveDuplicates();
    }

    @Test
    void scriptsCanBeRun() {
        assertThat(Repository.file("posthorn")).isExecutable();
        assertThat(Repository.file(".ci/run")).isExecutable();
    }

    /// A second one would hide what the first says about its module.
    @Test
    void onePackageHasOneDescription() {
        assertThat(named(".*/backend/app/src/test/java/.*/package-info\\.java"))
                .isNotEmpty()
                .noneMatch(file ->
                        Files.exists(
                                Path.of(file.toString().replace("/test/java/", "/main/java/"))));
    }

    private static Set<Object> keys(Path file) throws IOException {
        return load(file).keySet();
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static boolean isUtf8(Path file) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return !text.contains("\ufffd") || file.toString().contains("/test/");
        } catch (CharacterCodingException _) {
            return false;
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    private static List<Path> named(String pattern) {
        return FILES.stream().filter(file -> file.toString().matches(pattern)).toList();
    }

    /// Everything that could be committed.
    private static List<Path> files() {
        var files = new ArrayList<Path>();
        try {
            var visitor =
                    new SimpleFileVisitor<Path>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return isLocal(folder)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            files.add(file);
                            return FileVisitResult.CONTINUE;
                        }
                    };
            Files.walkFileTree(Repository.file(""), visitor);
        } catch (IOException unreadable) {
            throw new AssertionError("the repository", unreadable);
        }
        return List.copyOf(files);
    }

    private static boolean isLocal(Path folder) {
        var name = folder.getFileName().toString();
        var isVectors = folder.toString().endsWith("src/test/resources/vectors");
        return isVectors || (LOCAL.contains(name) && !folder.toString().contains("/src/"));
    }
}
