package mengshi.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mengshi.model.Measure;

/** One night's figures and what was said of the targets. */
final class Judged {

    static final String JUNE = "2025-06";
    static final String DECEMBER = "2025-12";

    private final TestWarehouse warehouse;
    private final List<Draft> drafts = new ArrayList<>();
    private Night night;

    Judged(TestWarehouse warehouse) {
        this.warehouse = warehouse;
        warehouse.clear();
        this.night = warehouse.night();
    }

    Judged send(String form, String area, String period, UnaryOperator<Draft> figures) {
        drafts.add(figures.apply(Draft.of(form, area, period)));
        return this;
    }

    Judged region(String period, UnaryOperator<Draft> figures) {
        return send("NM-R01", "150000", period, figures);
    }

    Judged areas(List<String> areas, String period, UnaryOperator<Draft> figures) {
        areas.forEach(area -> send("NM-M02", area, period, figures));
        return this;
    }

    List<Draft> drafts() {
        return drafts;
    }

    Judged judge() {
        drafts.forEach(night::receive);
        drafts.clear();
        night.go().judge();
        return this;
    }

    /** Another night over what is there. */
    Judged again() {
        night = warehouse.night();
        return this;
    }

    static UnaryOperator<Draft> toDate(String indicator, String value) {
        return draft -> draft.put(indicator, Measure.YTD, value);
    }

    static UnaryOperator<Draft> growth(String indicator, String percent) {
        return draft -> draft.put(indicator, Measure.YOY_YTD, percent);
    }

    /** One column of a target's row, as text; a dash for nothing. */
    String of(String target, String period, String column) {
        return warehouse.text("select coalesce(case when pg_typeof(" + column
                + ") = 'numeric'::regtype then trim_scale("
                + column + "::text::numeric)::text else " + column + "::text end, '-') from mart.target_progress"
                + " where target_id = '" + target + "' and period = '" + period + "' and area_code = '150000'");
    }

    String verdict(String target, String period) {
        return of(target, period, "verdict");
    }

    /** The verdicts of all targets that were judged in a period. */
    Map<String, String> verdicts(String period) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        warehouse
                .texts("select target_id || ' ' || verdict from mart.target_progress where period = '" + period
                        + "' and verdict <> 'CANNOT_JUDGE' order by target_id")
                .forEach(row -> verdicts.put(row.split(" ")[0], row.split(" ")[1]));
        return verdicts;
    }
}
