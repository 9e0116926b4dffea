package mengshi.form;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import mengshi.model.Period;

/**
 * What people write on a form, worked out once for all its workbooks. Nothing in it hangs on a workbook; only the header's
 * words hang on the period, by the month it ends in. May be shared by threads.
 */
final class FormWords {

    private final Form form;
    private final UnitCatalogue units;
    private final LineWords lines;
    private final Legend legend;
    private final ConcurrentMap<Integer, HeaderWords> headers = new ConcurrentHashMap<>();

    FormWords(Form form, UnitCatalogue units) {
        this.form = form;
        this.units = units;
        this.lines = new LineWords(form, units);
        this.legend = new Legend(form, units);
    }

    Form form() {
        return form;
    }

    UnitCatalogue units() {
        return units;
    }

    LineWords lines() {
        return lines;
    }

    Legend legend() {
        return legend;
    }

    HeaderWords header(Period period) {
        return Objects.requireNonNull(
                headers.computeIfAbsent(period.endMonth(), month -> new HeaderWords(form, units, month)));
    }
}
