package mengshi.form;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mengshi.model.Measure;
import mengshi.model.Period;

/**
 * A line of a form.
 *
 * @param number the place it is printed at, from 1
 * @param indicator the indicator's code
 * @param unit the unit the form is printed with; a reporter may write another size of it
 * @param decimals how many decimals the form asks for in that unit
 */
public record FormLine(
        int number,
        String code,
        String label,
        List<String> aliases,
        String indicator,
        String unit,
        int decimals,
        Demand demand) {

    public FormLine {
        aliases = List.copyOf(aliases);
    }

    /**
     * What a line must and may hold.
     *
     * @param required whether the line must be there and filled
     * @param quarterEndOnly whether that holds in the last month of a quarter only
     */
    public record Demand(boolean required, boolean quarterEndOnly, Set<Measure> must, Set<Measure> may) {
        public Demand {
            must = kept(must);
            may = kept(may);
        }

        /** Asked of every figure, and sets of constants answer at once. */
        private static Set<Measure> kept(Set<Measure> measures) {
            Set<Measure> kept = EnumSet.noneOf(Measure.class);
            kept.addAll(measures);
            return Collections.unmodifiableSet(kept);
        }

        public boolean takes(Measure measure) {
            return must.contains(measure) || may.contains(measure);
        }

        /** Whether the line must be filled for this period. */
        public boolean dueIn(Period period) {
            return required && (!quarterEndOnly || period.endMonth() % 3 == 0);
        }
    }
}
