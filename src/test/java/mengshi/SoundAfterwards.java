package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import mengshi.warehouse.SelfCheck;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After every class of tests the databases that it was given hold together, by the same rules as {@code doctor} asks. Found
 * by JUnit itself, so that no test has to think of it; a class that breaks a rule on purpose says so: {@link Unsound}.
 */
public final class SoundAfterwards implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        Set<String> excepted = context.getTestClass()
                .map(type -> type.getAnnotation(Unsound.class))
                .map(SoundAfterwards::exceptedBy)
                .orElse(Set.of());
        for (DataSource loader : TestDatabase.unchecked()) {
            assertThat(offenders(loader, excepted))
                    .as("what %s left behind", context.getDisplayName())
                    .isEmpty();
        }
    }

    private static Set<String> exceptedBy(Unsound unsound) {
        return unsound.rules().length == 0 ? Set.copyOf(SelfCheck.RULES) : Set.of(unsound.rules());
    }

    /** The rules that do not hold, each with a few rows that break it. */
    static Map<String, String> offenders(DataSource loader, Set<String> excepted) {
        assertThat(SelfCheck.RULES)
                .as("no rule, nothing proven")
                .hasSizeGreaterThan(10)
                .containsAll(excepted);
        Map<String, String> offenders = new LinkedHashMap<>();
        for (String rule : SelfCheck.RULES) {
            if (!excepted.contains(rule) && !SelfCheck.offenders(loader, rule).isEmpty()) {
                offenders.put(rule, SelfCheck.offenders(loader, rule).rows().toString());
            }
        }
        return offenders;
    }
}
