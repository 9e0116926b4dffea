package mengshi.seeds;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a seed file, by column name.
 *
 * @param file the file's name without {@code .csv}
 * @param line the record's number, the header being 1
 */
public record SeedRow(String file, long line, Map<String, String> cells) {

    /** A cell that must be filled. */
    public String text(String column) {
        return optional(column).orElseThrow(() -> fault(column, "is empty", "fill it in"));
    }

    /** A cell that may be blank. */
    public Optional<String> optional(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw fault(column, "does not exist", "the header must name it");
        }
        return cell.isBlank() ? Optional.empty() : Optional.of(cell);
    }

    /** A cell holding several values parted by {@code |}; blank means none. */
    public List<String> list(String column) {
        return optional(column).map(cell -> Arrays.asList(cell.split("\\|"))).orElse(List.of());
    }

    public int whole(String column) {
        return number(column).intValueExact();
    }

    public BigDecimal number(String column) {
        String cell = text(column);
        try {
            return new BigDecimal(cell);
        } catch (NumberFormatException e) {
            throw fault(column, "holds \"" + cell + "\"", "a plain number belongs there");
        }
    }

    /** A cell holding {@code yes} or {@code no}. */
    public boolean yes(String column) {
        String cell = text(column);
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw fault(column, "holds \"" + cell + "\"", "yes or no belongs there");
        };
    }

    private IllegalStateException fault(String column, String what, String remedy) {
        return new IllegalStateException(
                "seeds/" + file + ".csv, record " + line + ": column " + column + " " + what + "; " + remedy + ".");
    }
}
