package mengshi.form;

import java.util.ArrayList;
import java.util.List;

/** The workbooks people really send, as far as they are known: every way to write the same form, and every fault. */
final class Corpus {

    static final String[] FAI = {"102 MONTH", "102 YTD", "102 YTD_LY", "102 YTD_LY_COMP"};

    private Corpus() {}

    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        all.addAll(ContainerVariants.all());
        all.addAll(LayoutVariants.all());
        all.addAll(ValueVariants.all());
        all.addAll(UnitVariants.all());
        all.addAll(IdentityVariants.all());
        all.addAll(LeftoverVariants.all());
        return List.copyOf(all);
    }
}
