package mengshi.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mengshi.model.Area;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.validation.RuleCase.Cell;
import mengshi.validation.RuleCase.Expectation;
import org.jspecify.annotations.Nullable;

/** Lays out the submissions of one case. */
final class CaseMaker {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final RuleCases world;

    private final Edit edit;
    private final Expectation expectation;
    private final @Nullable Cell cell;
    private final List<CaseDraft> others = new ArrayList<>();

    CaseMaker(RuleCases world, Edit edit, Expectation expectation, @Nullable Cell cell) {
        this.world = world;
        this.edit = edit;
        this.expectation = expectation;
        this.cell = cell;
    }

    RuleCase make(Period period) {
        boolean isWrongMonth = edit.type().equals("due") && !pass();
        CaseDraft subject = draft(isWrongMonth ? period.previous() : period);
        lay(subject);
        List<Reading.Submitted> beside =
                others.stream().map(CaseDraft::submitted).toList();
        return new RuleCase(edit, expectation, cell, subject.submitted(), beside);
    }

    private CaseDraft draft(Period period) {
        return new CaseDraft(edit.scope().form(), area(), period);
    }

    private String area() {
        List<String> of = edit.scope().areas();
        boolean regional = edit.scope().form().equals("NM-R01");
        return !of.isEmpty()
                ? of.get(0)
                : regional ? Area.REGION : world.areas().get(0);
    }

    private void lay(CaseDraft subject) {
        switch (edit.type()) {
            case "frame" -> subject.frame(edit.terms().operands(), pass() ? "甲" : "");
            case "timeliness" -> signed(subject);
            case "range" -> own(subject, pass() ? within() : beyond());
            case "sign" -> own(subject, BigDecimal.valueOf(pass() ? 1 : -1));
            case "integer" -> own(subject, new BigDecimal(pass() ? "7" : "7.5"));
            case "due" -> own(subject, BigDecimal.ONE);
            case "part" -> part(subject);
            case "balance" -> balance(subject);
            case "relation", "parallel" -> beside(subject);
            case "ratio" -> growth(subject);
            case "revision" -> revision(subject);
            case "continuity", "monotone", "same_period", "copied", "history", "magnitude" -> past(subject);
            case "mirror" -> mirror(subject);
            case "hierarchy" -> hierarchy(subject);
            case "outlier", "peers" -> pooled(subject);
            default ->
                throw new IllegalStateException("No cases are known for edits of the type " + edit.type()
                        + "; teach RuleCases what they compare.");
        }
    }

    private boolean pass() {
        return expectation == Expectation.PASSES;
    }

    private boolean fail() {
        return expectation == Expectation.FAILS;
    }

    private boolean blocked() {
        return expectation == Expectation.IS_NOT_CHECKABLE;
    }

    private Cell at() {
        if (cell == null) {
            throw new IllegalStateException(edit.id() + " names no indicator; its type needs one.");
        }
        return cell;
    }

    /** The subject's own figure, or a fault in its place. */
    private void own(CaseDraft subject, BigDecimal value) {
        if (blocked()) {
            subject.fault(at().indicator(), at().measure());
        } else {
            subject.put(at().indicator(), at().measure(), value);
        }
    }

    private void own(CaseDraft subject, long passing, long failing) {
        subject.put(at().indicator(), at().measure(), BigDecimal.valueOf(fail() ? failing : passing));
    }

    private BigDecimal within() {
        BigDecimal minimum = edit.terms().minimum();
        BigDecimal maximum = edit.terms().maximum();
        if (minimum != null && maximum != null) {
            return minimum.add(maximum).divide(TWO);
        }
        if (minimum != null) {
            return minimum;
        }
        return maximum != null ? maximum : BigDecimal.ONE;
    }

    private BigDecimal beyond() {
        BigDecimal maximum = edit.terms().maximum();
        BigDecimal minimum = edit.terms().minimum();
        return maximum != null
                ? maximum.add(BigDecimal.ONE)
                : minimum == null ? BigDecimal.ZERO : minimum.subtract(BigDecimal.ONE);
    }

    private void signed(CaseDraft subject) {
        int after = pass() ? 2 : 90;
        String day = subject.period().end().atEndOfMonth().plusDays(after).toString();
        subject.frame(edit.terms().operands(), blocked() ? "" : day);
    }

    private void part(CaseDraft subject) {
        String total = edit.scope().indicators().get(0);
        if (blocked()) {
            subject.fault(total, at().measure());
        } else {
            subject.put(total, at().measure(), HUNDRED);
        }
        put(subject, new BigDecimal(fail() ? "110" : "90"));
    }

    private void put(CaseDraft subject, BigDecimal value) {
        subject.put(at().indicator(), at().measure(), value);
    }

    private void balance(CaseDraft subject) {
        BigDecimal total = BigDecimal.ZERO;
        List<String> terms = Arrays.asList(edit.terms().operands().split("\\s+"));
        for (String term : terms) {
            total = term.startsWith("-") ? total.subtract(HUNDRED) : total.add(HUNDRED);
            if (!blocked() || !term.equals(terms.get(0))) {
                subject.put(term.substring(1), at().measure(), HUNDRED);
            }
        }
        put(subject, fail() ? total.add(THOUSAND) : total);
    }

    private void beside(CaseDraft subject) {
        List<String> operands = Arrays.asList(edit.terms().operands().split("\\|"));
        for (String other : operands) {
            if (blocked()) {
                subject.fault(other, at().measure());
            } else {
                subject.put(other, at().measure(), THOUSAND);
            }
            if (operands.size() > 1) {
                subject.put(other, Measure.YTD, HUNDRED);
            }
        }
        put(subject, edit.type().equals("relation") ? related() : apart(THOUSAND));
    }

    private BigDecimal related() {
        BigDecimal factor = fail() ? beyond() : within();
        return THOUSAND.multiply(factor);
    }

    private BigDecimal apart(BigDecimal from) {
        BigDecimal tolerance = edit.terms().tolerance();
        return fail()
                ? from.add(tolerance == null ? TWO : tolerance.multiply(TWO).add(TWO))
                : from;
    }

    private void growth(CaseDraft subject) {
        subject.put(at().indicator(), Measure.YTD, new BigDecimal("110"));
        if (!blocked()) {
            subject.put(at().indicator(), Measure.YTD_LY, HUNDRED);
        }
        put(subject, apart(BigDecimal.TEN));
    }

    private void revision(CaseDraft subject) {
        others.add(new CaseDraft(edit.scope().form(), area(), subject.period())
                .put(at().indicator(), at().measure(), HUNDRED));
        own(subject, new BigDecimal(fail() ? "101" : "100"));
    }

    private void past(CaseDraft subject) {
        Period previous = subject.period().previous();
        Period lastYear = subject.period().lastYear();
        switch (edit.type()) {
            case "continuity" -> {
                before(previous, Measure.YTD, HUNDRED);
                subject.put(at().indicator(), Measure.MONTH, new BigDecimal("50"));
                own(subject, 150, 170);
            }
            case "monotone" -> {
                before(previous, Measure.YTD, HUNDRED);
                own(subject, 101, 90);
            }
            case "same_period" -> {
                before(lastYear, Measure.YTD, HUNDRED);
                own(subject, 100, 110);
            }
            case "copied" -> {
                BigDecimal large = within().multiply(TWO);
                if (!edit.terms().operands().equals("last_year")) {
                    before(previous, at().measure(), large);
                } else if (!blocked()) {
                    subject.put(at().indicator(), Measure.YTD_LY, large);
                }
                put(subject, fail() ? large : large.add(BigDecimal.TEN));
            }
            case "history" -> {
                boolean isPrevious = edit.terms().operands().equals("previous");
                before(isPrevious ? previous : lastYear, at().measure(), THOUSAND);
                put(subject, fail() ? THOUSAND.multiply(beyond()) : THOUSAND.multiply(within()));
            }
            default -> {
                Measure measure = at().measure() == Measure.YTD_LY ? Measure.YTD : at().measure();
                before(lastYear, measure, THOUSAND);
                int power = Integer.parseInt(edit.terms().operands());
                put(subject, fail() ? THOUSAND.scaleByPowerOfTen(power) : THOUSAND);
            }
        }
    }

    private void before(Period period, Measure measure, BigDecimal value) {
        if (!blocked()) {
            others.add(new CaseDraft(edit.scope().form(), area(), period).put(at().indicator(), measure, value));
        }
    }

    private void mirror(CaseDraft subject) {
        String[] other = edit.terms().operands().split("/");
        Period period =
                world.periodOf(other[0], RuleCases.YEAR, subject.period().endMonth());
        if (!blocked()) {
            String indicator = other[1].equals("*") ? at().indicator() : other[1];
            others.add(new CaseDraft(other[0], area(), period).put(indicator, at().measure(), THOUSAND));
        }
        put(subject, apart(THOUSAND));
    }

    private void hierarchy(CaseDraft subject) {
        String form = world.authoritativeForm(at().indicator());
        List<String> there = blocked() ? world.areas().subList(1, world.areas().size()) : world.areas();
        there.forEach(area -> others.add(new CaseDraft(
                        form,
                        area,
                        world.periodOf(form, RuleCases.YEAR, subject.period().endMonth()))
                .put(at().indicator(), at().measure(), HUNDRED)));
        BigDecimal sum = HUNDRED.multiply(BigDecimal.valueOf(world.areas().size()));
        put(subject, fail() ? sum.multiply(TWO) : sum);
    }

    /** The subject is the first of many areas, or of too few. */
    private void pooled(CaseDraft subject) {
        boolean isRate = edit.type().equals("peers");
        for (String area : world.areas()
                .subList(1, blocked() ? world.areas().size() / 2 : world.areas().size())) {
            CaseDraft other = new CaseDraft(edit.scope().form(), area, subject.period());
            int growth = world.areas().indexOf(area);
            other.put(
                    at().indicator(),
                    at().measure(),
                    isRate ? BigDecimal.valueOf(growth) : THOUSAND.add(BigDecimal.valueOf(growth)));
            if (!isRate) {
                other.put(at().indicator(), Measure.YTD_LY, THOUSAND);
            }
            others.add(other);
        }
        if (!isRate) {
            subject.put(at().indicator(), Measure.YTD_LY, THOUSAND);
        }
        own(subject, BigDecimal.valueOf(isRate ? 5 : 1005), isRate ? 500 : 90000);
    }

    private void own(CaseDraft subject, BigDecimal passing, long failing) {
        put(subject, fail() ? BigDecimal.valueOf(failing) : passing);
    }
}
