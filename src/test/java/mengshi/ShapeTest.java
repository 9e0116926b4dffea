package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes beyond which a piece is doing two things. Is this test failing? Split the piece; do not raise the number. */
class ShapeTest {

    private static final int LINES = 300;
    private static final int COMPONENTS = 8;
    private static final int PARAMETERS = 5;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mengshi");

    @Test
    void a_file_fits_into_a_reader_s_head() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        int counted = 0;
        for (Path file : javaFiles()) {
            long lines = Files.readAllLines(file).size();
            counted++;
            if (lines > LINES) {
                tooLong.put(file.toString(), lines);
            }
        }

        assertThat(counted).isGreaterThan(100);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void a_record_names_what_travels_together() {
        List<String> tooWide = CLASSES.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> type.getFields().stream()
                                .filter(field -> !field.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                                .count()
                        > COMPONENTS)
                .map(JavaClass::getName)
                .toList();

        assertThat(tooWide).isEmpty();
    }

    @Test
    void a_constructor_is_told_little() {
        List<String> tooMany = CLASSES.stream()
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > PARAMETERS)
                .map(constructor -> constructor.getFullName())
                .toList();

        assertThat(tooMany).isEmpty();
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
