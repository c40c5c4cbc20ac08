package io.chancery;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.chancery.dispatch.Dispatcher;
import io.chancery.platform.audit.Audited;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the walls between the features. */
class ArchitectureTest {

    private static final String ROOT = "io.chancery.";
    private static final int FILES_IN_A_PACKAGE = 15;

    /** Which feature may use the root package of which others. Every feature may use platform, but for vocabulary. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "platform", Set.of(),
            "vocabulary", Set.of(),
            "customer", Set.of("platform", "vocabulary"),
            "consent", Set.of("platform", "vocabulary"),
            "template", Set.of("platform", "vocabulary"),
            "render", Set.of("platform", "vocabulary", "template"),
            "archive", Set.of("platform", "vocabulary"),
            "dispatch", Set.of("platform", "vocabulary", "archive"),
            "message",
                    Set.of(
                            "platform",
                            "vocabulary",
                            "customer",
                            "consent",
                            "template",
                            "render",
                            "archive",
                            "dispatch"),
            "web",
                    Set.of(
                            "platform",
                            "vocabulary",
                            "customer",
                            "consent",
                            "template",
                            "render",
                            "archive",
                            "dispatch",
                            "message"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.chancery");

    @Test
    void every_feature_uses_only_the_roots_of_those_below_it() {
        var rule = classes().that().resideInAPackage("io.chancery.*..").should(respectTheTable());

        rule.check(PRODUCT);
    }

    private static ArchCondition<JavaClass> respectTheTable() {
        return new ArchCondition<>("use only what the table of walls allows") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(dependency -> !isAllowed(dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean isAllowed(Dependency dependency) {
        var origin = featureOf(dependency.getOriginClass());
        var target = featureOf(dependency.getTargetClass());
        // Platform and vocabulary have no walls inside: their sub-packages are faces too.
        boolean face = dependency.getTargetClass().getPackageName().equals(ROOT + target)
                || Set.of("platform", "vocabulary").contains(target);
        return origin.equals(target) || (face && MAY_USE.get(origin).contains(target));
    }

    private static String featureOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    @Test
    void libraries_stay_behind_their_walls() {
        noClasses()
                .that(not(resideInAPackage("io.chancery.render.print..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.openhtmltopdf..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAnyPackage("io.chancery.render.print..", "io.chancery.dispatch.print..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pdfbox..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.dispatch.print.printer..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.sshd..", "com.hp.jipp..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.dispatch.email..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "com.icegreen..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.dispatch.sms..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jsmpp..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.render.calendar..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.fortuna.ical4j..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.render.chart..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.knowm.xchart..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.archive.log.time..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAPackage("io.chancery.archive.blob..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "okhttp3..")
                .check(PRODUCT);
    }

    @Test
    void only_what_is_sent_is_signed() {
        // A test that authors send to themselves is sent, too: archived and queued right after it is signed.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.chancery.message.compose.Composing")
                .and()
                .doNotHaveFullyQualifiedName("io.chancery.message.trial.TrialSending$Tools")
                .should()
                .callMethod(Dispatcher.class, "sealed", Channel.class, Rendition.class)
                .check(PRODUCT);
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        var unguarded = PRODUCT.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getAllMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)))
                .filter(method ->
                        !method.isAnnotatedWith(RolesAllowed.class) && !method.isAnnotatedWith(PermitAll.class))
                .map(Object::toString)
                .toList();

        assertThat(unguarded).isEmpty();
    }

    @Test
    void every_endpoint_is_on_record_or_need_not_be() {
        var silent = PRODUCT.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getAllMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)))
                .filter(method -> !method.isAnnotatedWith(Audited.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(silent).isEqualTo(UnauditedEndpoints.names());
    }

    @Test
    void nobody_reads_the_clock_behind_our_back() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
        noClasses()
                .that()
                .doNotHaveSimpleName("ClockProducer")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(PRODUCT);
    }

    @Test
    void no_package_grows_beyond_what_one_can_oversee() {
        var tooLarge = PRODUCT.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > FILES_IN_A_PACKAGE)
                .toList();

        assertThat(tooLarge).isEmpty();
    }

    @Test
    void names_are_those_of_the_trade() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Bean|Processor|Handler)")
                .check(PRODUCT);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..service..", "..model..", "..dto..", "..impl..")
                .check(PRODUCT);
    }
}
