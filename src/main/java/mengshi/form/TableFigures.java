package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Area;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.Severity;
import mengshi.model.SubmissionKey;
import org.jspecify.annotations.Nullable;

/**
 * What reading a table gives, passed on as it is found. Kept are only faults of layout, the errors for which a table may
 * have to be refused, and where each figure stands.
 */
final class TableFigures {

    /** Of a table with more faults than this the first ones are told. */
    private static final int MOST_FINDINGS = 5_000;

    private final String form;
    private final Reading.Compiled.Listener listener;
    private final Stated.Columns columns;
    private final Map<SubmissionKey, Part> parts = new HashMap<>();
    private final List<Finding> layout = new ArrayList<>();
    private final List<Finding> layoutErrors = new ArrayList<>();
    private final List<Finding> cellErrors = new ArrayList<>();
    private final Findings ofLayout = new Findings(this::takeLayout);
    private boolean isEmpty = true;

    /** The part last asked for: tables stay with one for a while. */
    private @Nullable Part last;

    TableFigures(Form form, Reading.Compiled.Listener listener) {
        this.form = form.code();
        this.columns = new Stated.Columns(CrosstabTable.figures(form));
        this.listener = listener;
    }

    /** One area and period. */
    final class Part {
        private final SubmissionKey key;
        private final Stated stated;
        private final Findings findings = new Findings(this::take);

        private Part(SubmissionKey key, Stated stated) {
            this.key = key;
            this.stated = stated;
        }

        Stated stated() {
            return stated;
        }

        /** Takes what is wrong with one of its cells. */
        Findings findings() {
            return findings;
        }

        void add(Observation observation) {
            isEmpty = false;
            listener.observation(key, observation);
        }

        private void take(Finding finding) {
            isEmpty = false;
            keepError(finding, cellErrors);
            listener.finding(key, finding);
        }
    }

    Part part(Area area, Period period) {
        Part before = last;
        if (before != null && before.key.area() == area && before.key.period().equals(period)) {
            return before;
        }
        Part part =
                parts.computeIfAbsent(new SubmissionKey(form, area, period), key -> new Part(key, new Stated(columns)));
        last = part;
        return part;
    }

    /** Takes what is wrong with the table as a whole. */
    Findings ofLayout() {
        return ofLayout;
    }

    private void takeLayout(Finding finding) {
        if (!isFull()) {
            layout.add(finding);
            keepError(finding, layoutErrors);
        }
    }

    private static void keepError(Finding finding, List<Finding> errors) {
        if (finding.severity() == Severity.ERROR && errors.size() < MOST_FINDINGS) {
            errors.add(finding);
        }
    }

    /** Whether so much is wrong with the table that no more is said. */
    boolean isFull() {
        return layout.size() >= MOST_FINDINGS;
    }

    /** Whether the table cannot be taken. */
    boolean isFaulty() {
        return !layoutErrors.isEmpty();
    }

    /** Whether nothing was told of any area and period. */
    boolean isEmpty() {
        return isEmpty;
    }

    List<Finding> layout() {
        return List.copyOf(layout);
    }

    /** Why the table cannot be taken, the faults of layout first. */
    List<Finding> errors() {
        List<Finding> errors = new ArrayList<>(layoutErrors);
        errors.addAll(cellErrors);
        return errors;
    }
}
