package posthorn.app.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.app.platform.Repository;
import posthorn.app.platform.SettingNames;

/// The container files are read here on every build, because not every machine can run them.
class ContainerFilesTest {

    private static final Pattern COPIED = Pattern.compile("COPY (?!--from)(\\S+) .*");
    private final Map<String, Object> compose = yaml("docker-compose.yml");
    private final Map<String, Object> services = map(compose.get("services"));

    @Test
    void composeADatabaseAResolverAndTheService() {
        assertThat(services).containsOnlyKeys("database", "resolver", "posthorn");
        assertThat(service("database").get("image")).isEqualTo("postgres:18");
        assertThat(map(service("posthorn").get("depends_on")))
                .containsOnlyKeys("database", "resolver")
                .allSatisfy((_, on) ->
                        assertThat(map(on)).containsEntry("condition", "service_healthy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "resolver", "posthorn"})
    void watchEachServiceAndKeepItConfined(String name) {
        var service = service(name);

        assertThat(list(map(service.get("healthcheck")).get("test"))).startsWith("CMD");
        assertThat(list(service.get("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(service).doesNotContainKeys("privileged", "network_mode", "pid", "cap_add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolver", "posthorn"})
    void leaveOurOwnServicesNoRights(String name) {
        var service = service(name);

        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(list(service.get("cap_drop"))).containsExactly("ALL");
        assertThat(service).containsKey("mem_limit");
    }

    @Test
    void setOnlyWhatIsASetting() {
        var known = SettingNames.all().stream().map(ContainerFilesTest::variable).toList();
        var inCompose = map(service("posthorn").get("environment")).keySet();
        var inImage = words("ops/Dockerfile", Pattern.compile("(POSTHORN_[A-Z_]+)="));

        assertThat(inCompose).isNotEmpty().isSubsetOf(known);
        assertThat(inImage).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void holdNoSecret() {
        var environments =
                services.values().stream()
                        .map(service -> map(service).get("environment"))
                        .filter(environment -> environment != null)
                        .flatMap(environment -> map(environment).entrySet().stream());

        assertThat(environments)
                .filteredOn(variable -> variable.getKey().endsWith("PASSWORD"))
                .hasSize(3)
                .allSatisfy(variable ->
                        assertThat(variable.getValue().toString())
                                .matches("\\$\\{[A-Z_]+(:[-?].*)?}"));
        assertThat(service("database").toString()).contains("${DATABASE_PASSWORD:?");
    }

    @Test
    void serveThisMachineAloneUntilSomebodyDecidesOtherwise() {
        assertThat(list(service("posthorn").get("ports"))).containsExactly("127.0.0.1:8080:8080");
        assertThat(service("database")).doesNotContainKey("ports");
        assertThat(service("resolver")).doesNotContainKey("ports");
    }

    @Test
    void buildFromFilesThatExist() {
        var build = map(service("posthorn").get("build"));
        var context = Repository.file(String.valueOf(build.get("context")));

        assertThat(context.resolve(String.valueOf(build.get("dockerfile")))).isRegularFile();
        assertThat(Repository.file(String.valueOf(service("resolver").get("build"))))
                .isDirectoryContaining(file -> file.endsWith("Dockerfile"));
        assertThat(words("ops/resolver/Dockerfile", COPIED))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Repository.file("ops/resolver/" + file)).exists());
        assertThat(words(".dockerignore", Pattern.compile("!(\\S+)")))
                .contains("pom.xml", "backend", "frontend-templates", "db-migrations", "ops/demo")
                .allSatisfy(file -> assertThat(Repository.file(file)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops/Dockerfile", "ops/resolver/Dockerfile"})
    void runAsAnOrdinaryUser(String dockerfile) {
        var users = words(dockerfile, Pattern.compile("USER (\\S+)"));

        assertThat(users).isNotEmpty();
        assertThat(users.getLast()).isNotIn("root", "0");
        assertThat(words(dockerfile, Pattern.compile("(HEALTHCHECK) .*"))).hasSize(1);
        assertThat(words(dockerfile, Pattern.compile("ENTRYPOINT (\\[.*])"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops/Dockerfile", "ops/resolver/Dockerfile", "docker-compose.yml"})
    void nameTheVersionOfEachImage(String file) {
        var images = words(file, Pattern.compile("(?m)^(?:FROM|\\s+image:) (\\S+)"));

        assertThat(images)
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z-]+:[0-9].*"), "names its version");
    }

    @Test
    void startWhatTheBuildMakes() {
        assertThat(read("ops/Dockerfile"))
                .contains(
                        "COPY --from=build /source/backend/app/target/posthorn.jar"
                                + " /opt/posthorn/posthorn.jar",
                        "COPY --from=build /source/backend/app/target/lib /opt/posthorn/lib");
        assertThat(words("backend/app/pom.xml", Pattern.compile("\\s*<finalName>(.*)</finalName>")))
                .containsExactly("posthorn");
    }

    @Test
    void askTheResolverWhereItListens() {
        var asked = map(service("posthorn").get("environment")).get("POSTHORN_RESOLVERS");
        var listens = words("ops/resolver/unbound.conf", Pattern.compile("\\s+interface: (.*)"));

        assertThat(asked).isEqualTo("resolver:5353");
        assertThat(listens).containsExactly("0.0.0.0@5353", "::0@5353");
        assertThat(read("ops/resolver/unbound.conf"))
                .contains("module-config: \"validator iterator\"", "serve-expired: no")
                .doesNotContain("val-permissive-mode: yes");
    }

    private static String variable(String setting) {
        return "POSTHORN_" + setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    private static Map<String, Object> yaml(String file) {
        return new Yaml().load(read(file));
    }

    private static List<String> words(String file, Pattern line) {
        return read(file)
                .lines()
                .flatMap(text -> line.matcher(text).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Repository.file(file));
        } catch (IOException missing) {
            throw new AssertionError(file, missing);
        }
    }

    @SuppressWarnings("unchecked") // YAML maps have text keys here
    private static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new AssertionError(value + " is no map");
    }

    private static List<String> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new AssertionError(value + " is no list");
    }
}
