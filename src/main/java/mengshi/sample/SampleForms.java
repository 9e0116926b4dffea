package mengshi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mengshi.form.AreaCatalogue;
import mengshi.form.DrawnForm;
import mengshi.form.FilledForm;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;
import mengshi.form.FormSheet;
import mengshi.form.FrameField;
import mengshi.form.UnitCatalogue;
import mengshi.model.Area;
import mengshi.model.Period;
import mengshi.model.SubmissionKey;
import mengshi.seeds.Seeds;

/** The forms of all areas, filled in. */
final class SampleForms {

    /** The area whose people still save in the old format. */
    static final String OLD_FORMAT_AREA = "150900";

    /** The form of the main indicators, which most defects are about. */
    static final String MONTHLY = "NM-M01";

    private static final int DAYS_EARLY = 4;

    private final FormCatalogue forms;
    private final AreaCatalogue areas;
    private final FormSheet sheet;
    private final FormFigures figures;
    private final Dice dice;

    SampleForms(Seeds seeds, long seed) {
        UnitCatalogue units = UnitCatalogue.from(seeds);
        this.forms = FormCatalogue.from(seeds);
        this.areas = AreaCatalogue.from(seeds);
        this.sheet = new FormSheet(units);
        this.dice = new Dice(seed);
        SampleCatalogue catalogue = new SampleCatalogue(seeds, forms, units);
        this.figures = new FormFigures(catalogue, new AreaFigures(catalogue, dice));
    }

    /** Every submission that is owed for the months from first to last, in order of period, form and area. */
    List<SubmissionKey> owed(Period first, Period last) {
        List<SubmissionKey> owed = new ArrayList<>();
        for (Period month = first;
                month.compareTo(last) <= 0;
                month = Period.month(
                        month.end().plusMonths(1).getYear(),
                        month.end().plusMonths(1).getMonthValue())) {
            for (Form form : forms.forms()) {
                Period.Frequency frequency = form.schedule().frequency();
                if (month.endMonth() % frequency.months() == 0) {
                    Period period = new Period(frequency, month.end());
                    areas.submitters(form).stream()
                            .filter(area -> form.schedule().collects(period))
                            .forEach(area -> owed.add(new SubmissionKey(form.code(), area, period)));
                }
            }
        }
        return owed;
    }

    Form form(String code) {
        return forms.form(code).orElseThrow(() -> new IllegalStateException("seeds/form.csv has no form " + code));
    }

    Area area(String code) {
        return areas.byCode(code).orElseThrow(() -> new IllegalStateException("seeds/area.csv has no area " + code));
    }

    DrawnForm drawn(SubmissionKey key) {
        Form form = form(key.form());
        return sheet.draw(new FilledForm(form, key.area(), key.period(), frame(form, key), figures.of(form, key)));
    }

    byte[] bytes(SubmissionKey key) {
        return bytes(key, DrawnSheet.of(drawn(key)));
    }

    byte[] bytes(SubmissionKey key, DrawnSheet drawn) {
        return isOldFormat(key) ? drawn.xls() : drawn.xlsx();
    }

    private static boolean isOldFormat(SubmissionKey key) {
        return key.area().code().equals(OLD_FORMAT_AREA);
    }

    /** The file's name without its ending, for example {@code 150100_呼和浩特市_NM-M01_2025-06}. */
    static String name(SubmissionKey key) {
        return String.join(
                "_",
                key.area().code(),
                key.area().name(),
                key.form(),
                key.period().code());
    }

    static String fileName(SubmissionKey key) {
        return name(key) + (isOldFormat(key) ? ".xls" : ".xlsx");
    }

    private Map<FrameField, String> frame(Form form, SubmissionKey key) {
        LocalDate day = form.schedule()
                .dueOn(key.period())
                .minusDays(dice.below(
                        DAYS_EARLY, "reported", key.form(), key.area().code(), key.period()));
        return Map.of(
                FrameField.UNIT_HEAD, "示例负责人",
                FrameField.STATISTICS_HEAD, "示例统计负责人",
                FrameField.FILLED_BY, "示例填表人",
                FrameField.PHONE, "0471-0000000",
                FrameField.REPORTED_ON, day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    }
}
