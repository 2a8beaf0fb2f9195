package posthorn.app.platform.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import posthorn.app.Posthorn;

/// The walls of the house that javac cannot see.
class WallsTest {

    private static final JavaClasses APP =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("posthorn.app");

    @Test
    void modulesUseOnlyWhatTheyMay() {
        var modules = ApplicationModules.of(Posthorn.class).verify();

        assertThat(modules.getModuleByName("platform")).isPresent();
    }

    @Test
    void entitiesRepositoriesAndControllersStayInsideTheirModule() {
        hold(classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate());
        hold(classes().that().areAssignableTo(Repository.class).should().bePackagePrivate());
        hold(classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate());
        hold(
                classes()
                        .that()
                        .areMetaAnnotatedWith(ControllerAdvice.class)
                        .should()
                        .bePackagePrivate());
        hold(classes().that().areAssignableTo(Job.class).should().bePackagePrivate());
    }

    @Test
    void timeComesFromTheClock() {
        for (var type :
                new Class<?>[] {
                    Instant.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class
                }) {
            hold(noClasses().should().callMethod(type, "now"));
        }
        hold(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        hold(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("PlatformConfig")
                        .should()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void standardsAreParsedByTheEngine() {
        hold(noClasses().should().dependOnClassesThat().resideInAPackage("org.xbill.."));
    }

    @Test
    void oneJacksonWritesOurJson() {
        hold(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.fasterxml.jackson.databind..",
                                "com.fasterxml.jackson.core.."));
    }

    @Test
    void secretsAreNotGuessable() {
        hold(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "java.util.Random",
                                        type -> type.isEquivalentTo(Random.class)))
                        .orShould()
                        .callMethod(Math.class, "random"));
    }

    @Test
    void beansAreHandedOverByConstructors() {
        hold(noFields().should().beAnnotatedWith(Autowired.class));
        hold(methods().should().notBeAnnotatedWith(Autowired.class));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(APP)
                .filteredOn(type -> !type.getPackageName().isEmpty())
                .extracting(type -> type.getPackage())
                .allMatch(type -> type.isAnnotatedWith(NullMarked.class));
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(APP);
    }
}
