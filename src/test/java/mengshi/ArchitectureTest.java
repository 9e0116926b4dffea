package mengshi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ROOMS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mengshi");

    @Test
    void there_are_rooms_to_guard() {
        assertThat(ROOMS.stream().map(type -> type.getPackageName()).distinct()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(ROOMS.size()).isGreaterThan(100);
    }

    @Test
    void rooms_depend_on_each_other_as_the_data_flows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("mengshi..")
                .layer("model")
                .definedBy("mengshi.model..")
                .layer("files")
                .definedBy("mengshi.files..")
                .layer("seeds")
                .definedBy("mengshi.seeds..")
                .layer("intake")
                .definedBy("mengshi.intake..")
                .layer("workbook")
                .definedBy("mengshi.workbook..")
                .layer("form")
                .definedBy("mengshi.form..")
                .layer("validation")
                .definedBy("mengshi.validation..")
                .layer("targets")
                .definedBy("mengshi.targets..")
                .layer("database")
                .definedBy("mengshi.database..")
                .layer("warehouse")
                .definedBy("mengshi.warehouse..")
                .layer("feedback")
                .definedBy("mengshi.feedback..")
                .layer("report")
                .definedBy("mengshi.report..")
                .layer("sample")
                .definedBy("mengshi.sample..")
                .layer("operations")
                .definedBy("mengshi.operations..")
                .layer("jobs")
                .definedBy("mengshi.jobs..")
                .layer("cli")
                .definedBy("mengshi.cli..")
                .whereLayer("intake")
                .mayOnlyAccessLayers("model", "files", "seeds")
                .whereLayer("workbook")
                .mayOnlyAccessLayers("model", "files", "seeds")
                .whereLayer("form")
                .mayOnlyAccessLayers("model", "files", "seeds", "workbook")
                .whereLayer("validation")
                .mayOnlyAccessLayers("model", "files", "seeds")
                .whereLayer("targets")
                .mayOnlyAccessLayers("model", "files", "seeds")
                .whereLayer("database")
                .mayOnlyAccessLayers("model", "files", "seeds")
                .whereLayer("warehouse")
                .mayOnlyAccessLayers("model", "files", "seeds", "targets")
                .whereLayer("feedback")
                .mayOnlyAccessLayers("model", "files", "workbook")
                .whereLayer("report")
                .mayOnlyAccessLayers("model", "files", "seeds", "targets", "warehouse", "workbook")
                .whereLayer("sample")
                .mayOnlyAccessLayers("model", "files", "seeds", "form", "workbook")
                .whereLayer("operations")
                .mayOnlyAccessLayers("model", "files", "seeds", "database", "warehouse")
                .whereLayer("jobs")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .because(
                        "a line of code must be found where the data passes; move it to the room that may see both sides")
                .check(ROOMS);
    }

    @Test
    void the_command_line_reaches_neither_workbooks_nor_answers_nor_the_inbox_by_itself() {
        noClasses()
                .that()
                .resideInAPackage("mengshi.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("mengshi.workbook..", "mengshi.feedback..", "mengshi.intake..")
                .because("commands speak about submissions; files, cells and answers are the business of the jobs")
                .check(ROOMS);
    }

    @Test
    void rooms_have_no_cycles() {
        slices().matching("mengshi.(*)..")
                .should()
                .beFreeOfCycles()
                .because("whoever reads one room must not have to read the other first and then this one again")
                .check(ROOMS);
    }

    @Test
    void model_and_files_know_the_jdk_only() {
        noClasses()
                .that()
                .resideInAnyPackage("mengshi.model..", "mengshi.files..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "mengshi.model..", "mengshi.files..")
                .because("everything depends on them")
                .check(ROOMS);
    }

    @Test
    void each_technology_has_its_room() {
        quarantine("org.apache.poi..", "mengshi.workbook..");
        quarantine("org.openxmlformats..", "mengshi.workbook..");
        quarantine("picocli..", "mengshi.cli..");
        quarantine("org.springframework.batch..", "mengshi.jobs..");
        quarantine("org.flywaydb..", "mengshi.database..");
        quarantine("com.zaxxer..", "mengshi.database..");
        quarantine("io.micrometer..", "mengshi.operations..");
        quarantine("java.sql..", "mengshi.database..", "mengshi.warehouse..");
        quarantine("org.postgresql..", "mengshi.database..", "mengshi.warehouse..");
        quarantine("org.springframework.jdbc..", "mengshi.warehouse..", "mengshi.jobs..");
        quarantine("org.apache.commons.csv..", "mengshi.seeds..", "mengshi.report..", "mengshi.cli..");
        quarantine("org.springframework..", "mengshi.jobs..", "mengshi.warehouse..");
    }

    @Test
    void what_answers_a_submitter_never_sees_targets() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "mengshi.intake..",
                        "mengshi.workbook..",
                        "mengshi.form..",
                        "mengshi.validation..",
                        "mengshi.feedback..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("mengshi.targets..")
                .because("the law forbids hinting at what a figure should be (统计法)")
                .check(ROOMS);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
                .because("such a name says nothing: put the method on the type it serves, or name the idea")
                .check(ROOMS);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mengshi.database..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to set the clock; take a Clock and ask it")
                .check(ROOMS);
    }

    @Test
    void files_are_written_through_the_one_door() {
        noClasses()
                .that()
                .resideOutsideOfPackages("mengshi.files..", "mengshi.database..")
                .should()
                .callMethodWhere(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "writes a file",
                                call -> call.getTargetOwner().isEquivalentTo(Files.class)
                                        && !call.getTarget().getRawParameterTypes().stream()
                                                .anyMatch(type -> type.isEquivalentTo(java.io.OutputStream.class))
                                        && call.getTarget()
                                                .getName()
                                                .matches(
                                                        "write|writeString|copy|move|newOutputStream|newBufferedWriter|delete|deleteIfExists")))
                .because("a nearly full disk truncates silently; DurableFiles writes whole or not at all")
                .check(ROOMS);
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("constructors show what a class needs")
                .check(ROOMS);
    }

    private static void quarantine(String technology, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .because(technology + " has its room, so that the rest can be read without knowing it")
                .check(ROOMS);
    }
}
