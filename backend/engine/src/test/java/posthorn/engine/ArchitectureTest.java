package posthorn.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Outside;

@AnalyzeClasses(packages = "posthorn.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule librariesStayInOutside =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("posthorn.engine.outside")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.xbill..", "com.ibm.icu..", "tools.jackson..");

    @ArchTest
    static final ArchRule knowsNoFrameworkAndNoLogging =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "jakarta..",
                            "org.quartz..",
                            "org.slf4j..",
                            "java.util.logging..",
                            "java.sql..");

    @ArchTest
    static final ArchRule takesTimeFromAClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule rulesAskNothing =
            noClasses()
                    .that()
                    .implement(Rule.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Dns.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Outside.class)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rulesAreInner =
            classes()
                    .that()
                    .implement(Rule.class)
                    .should()
                    .bePackagePrivate()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule outsideAndCheckKnowNoProtocol =
            noClasses()
                    .that()
                    .resideInAnyPackage("posthorn.engine.outside", "posthorn.engine.check")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "posthorn.engine.spf..",
                            "posthorn.engine.dkim..",
                            "posthorn.engine.dmarc..",
                            "posthorn.engine.mx..",
                            "posthorn.engine.dnsbl..",
                            "posthorn.engine.text..");
}
