package mengshi.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.jspecify.annotations.Nullable;

/** The areas as people call them: by code, full name or any of the aliases. */
final class Areas {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    Areas(Seeds seeds) {
        for (SeedRow row : seeds.rows("area")) {
            names.put(row.text("area_code"), row.text("name_zh"));
            codes.put(row.text("area_code"), row.text("area_code"));
            codes.put(row.text("name_zh"), row.text("area_code"));
            codes.put(row.text("name_en"), row.text("area_code"));
        }
        seeds.rows("area_change").forEach(row -> codes.putIfAbsent(row.text("former_code"), row.text("area_code")));
        seeds.rows("area_alias").forEach(row -> codes.putIfAbsent(row.text("alias"), row.text("area_code")));
    }

    /** The code of an area called {@code said}; null for null. */
    @Nullable
    String code(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String code = codes.get(said.strip());
        if (code == null) {
            throw new WrongUsage(
                    "No area is called " + said,
                    "write one of "
                            + names.entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        return code;
    }

    /** The name of the area with that code; the text itself where it is none. */
    String name(@Nullable Object code) {
        String text = code == null ? "" : code.toString();
        return names.getOrDefault(text, text);
    }
}
