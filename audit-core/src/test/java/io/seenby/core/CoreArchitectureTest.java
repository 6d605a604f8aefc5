package io.seenby.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.Set;

/** The core is a function: it sees the contract and the language, and neither clock nor chance. */
@AnalyzeClasses(packages = "io.seenby.core", importOptions = DoNotIncludeTests.class)
class CoreArchitectureTest {

    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random");

    @ArchTest
    static final ArchRule seesTheContractAndTheLanguageOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.security",
                    "java.security.spec",
                    "java.security.interfaces",
                    "java.nio",
                    "java.nio.charset",
                    "io.seenby.events",
                    "io.seenby.core..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule knowsNeitherClockNorChance = noClasses()
            .should()
            .callMethodWhere(describe("it asks a clock or a source of chance", CoreArchitectureTest::asksAround))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule factsKnowNothingOfDetection = noClasses()
            .that()
            .resideInAPackage("..facts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..detection..");

    private static boolean asksAround(JavaCall<?> call) {
        return CLOCKS.contains(call.getName())
                && call.getTargetOwner().getPackageName().startsWith("java.");
    }
}
