package mengshi.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/**
 * What the seeds say of one year's report, row by row as far as it can be read: a row that cannot is a complaint, and
 * the others are looked at all the same.
 */
final class Evidence {

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<ClassifiedNumeral> numerals;
    private final List<Claim> targets;
    private final List<Claim> actuals;

    Evidence(Seeds seeds, int year) {
        numerals = read(seeds, "numeral_" + year, ClassifiedNumeral::of);
        targets = read(seeds, "target_" + year, Claim::target);
        actuals = read(seeds, "actual_" + (year - 1), Claim::actual);
    }

    List<ClassifiedNumeral> numerals() {
        return numerals;
    }

    List<Claim> targets() {
        return targets;
    }

    /** The results of the year before. */
    List<Claim> actuals() {
        return actuals;
    }

    /** The rows and files that cannot be read. */
    List<Complaint> complaints() {
        return complaints;
    }

    private <T> List<T> read(Seeds seeds, String file, Function<SeedRow, T> reading) {
        if (!seeds.has(file)) {
            complaints.add(new Complaint(
                    Complaint.Code.NO_SEEDS,
                    file,
                    Complaint.Place.WHOLE_TEXT,
                    "There is no seeds/" + file + ".csv.",
                    file.startsWith("numeral")
                            ? "`mengshi targets audit --draft` writes its first rows."
                            : "Write it in the columns of the last year's, in a folder that MENGSHI_SEEDS names."));
            return List.of();
        }
        List<T> rows = new ArrayList<>();
        try {
            for (SeedRow row : seeds.rows(file)) {
                read(row, reading, rows);
            }
        } catch (IllegalStateException fault) {
            unreadable(file, fault);
        }
        return List.copyOf(rows);
    }

    private <T> void read(SeedRow row, Function<SeedRow, T> reading, List<T> rows) {
        try {
            rows.add(reading.apply(row));
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException fault) {
            unreadable(row.file(), fault);
        }
    }

    private void unreadable(String file, RuntimeException fault) {
        complaints.add(new Complaint(
                Complaint.Code.ROW_UNREADABLE,
                file,
                Complaint.Place.WHOLE_TEXT,
                String.valueOf(fault.getMessage()),
                "Mend the row; the others are looked at all the same."));
    }
}
