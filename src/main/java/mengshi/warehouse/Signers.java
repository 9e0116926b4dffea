package mengshi.warehouse;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a file by law: the people whom its frame names. No mart shows them, so that neither a page nor an export
 * can; whoever may work as the jobs do may ask.
 */
public final class Signers {

    private static final String KEY = "submission_id";

    private final Statements statements;

    public Signers(DataSource loader) {
        this.statements = new Statements(loader);
    }

    /**
     * The names by submission: {@code unit_head}, {@code statistics_head}, {@code filled_by}, each null where the frame
     * names nobody.
     *
     * @param submissions their ids, as the marts give them
     */
    public Map<Object, Map<String, @Nullable Object>> of(Collection<?> submissions) {
        Map<Object, Map<String, @Nullable Object>> signers = new LinkedHashMap<>();
        if (submissions.isEmpty()) {
            return signers;
        }
        RowReader.all(statements.query("signers").param("submissions", submissions))
                .rows()
                .forEach(row -> {
                    Map<String, @Nullable Object> names = new LinkedHashMap<>(row);
                    Object submission = names.remove(KEY);
                    if (submission != null) {
                        signers.put(submission, names);
                    }
                });
        return signers;
    }
}
