package dev.pickup.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// Holds the house to its rules, and the rules to being able to fail.
class ArchitectureTest {
    private static final String OURS = "dev.pickup";
    private static final String BROKEN = "dev.pickup.local.house.broken";

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(OURS);

        return new HouseRules(OURS).all().stream().map(rule -> test(rule, () -> rule.check(ours)));
    }

    /// A house that breaks every rule once stands in the tests: a rule that it does not break could not fail.
    @TestFactory
    Stream<DynamicTest> everyRuleCanFail() {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

        return new HouseRules(BROKEN)
                .all().stream()
                        .map(rule -> test(
                                rule,
                                () -> assertThat(rule.evaluate(broken).hasViolation())
                                        .as(rule.getDescription())
                                        .isTrue()));
    }

    private static DynamicTest test(ArchRule rule, Executable check) {
        return DynamicTest.dynamicTest(rule.getDescription(), check);
    }
}
