package mengshi.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.model.Area;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.jspecify.annotations.Nullable;

/** The areas that report, by code, name and other names, each with the days it was valid. */
public final class AreaCatalogue {

    /** The seed files this catalogue says the same as. */
    public static final List<String> FILES = List.of("area", "area_alias", "area_change");

    private static final Pattern OFFICE = Pattern.compile("(?:人民政府)?统计局$");
    private static final Pattern SEAL = Pattern.compile("\\((?:单位)?(?:盖章|公章|签章|章)\\)$");
    private static final Pattern REGION_PREFIX = Pattern.compile("^内蒙古(?:自治区)?(?=.)");

    private record Dated(
            String key,
            Area area,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean holds(String wanted, LocalDate on) {
            return key.equals(wanted) && (from == null || !on.isBefore(from)) && (to == null || !on.isAfter(to));
        }
    }

    private final List<Dated> codes;
    private final List<Dated> names;

    /** Codes and names of two characters and more by their first one. */
    private final Map<Character, List<Dated>> byFirst;

    private AreaCatalogue(List<Dated> codes, List<Dated> names) {
        this.codes = List.copyOf(codes);
        this.names = List.copyOf(names);
        this.byFirst = Stream.concat(codes.stream(), names.stream())
                .filter(known -> known.key().length() > 1)
                .collect(Collectors.groupingBy(known -> known.key().charAt(0)));
    }

    /** @throws IllegalStateException if an alias names an area that does not exist */
    public static AreaCatalogue from(Seeds seeds) {
        List<Dated> codes = new ArrayList<>();
        List<Dated> names = new ArrayList<>();
        for (SeedRow row : seeds.rows("area")) {
            Area area = new Area(row.text("area_code"), row.text("name_zh"));
            codes.add(dated(row, area.code(), area));
            names.add(dated(row, Label.bare(area.name()), area));
        }
        for (SeedRow row : seeds.rows("area_alias")) {
            String code = row.text("area_code");
            Area area = codes.stream()
                    .filter(known -> known.key().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("seeds/area_alias.csv, record " + row.line()
                            + ": there is no area " + code + " in seeds/area.csv."))
                    .area();
            names.add(dated(row, Label.bare(row.text("alias")), area));
        }
        addFormerCodes(seeds, codes);
        return new AreaCatalogue(codes, names);
    }

    /** A former code of an area that these seeds do not have means nothing here. */
    private static void addFormerCodes(Seeds seeds, List<Dated> codes) {
        Map<String, Area> present = codes.stream().collect(Collectors.toMap(Dated::key, Dated::area, (a, b) -> a));
        for (SeedRow row : seeds.rows("area_change")) {
            Optional.ofNullable(present.get(row.text("area_code")))
                    .ifPresent(area -> codes.add(dated(row, row.text("former_code"), area)));
        }
    }

    /** All areas, in the order of the seeds. */
    public List<Area> areas() {
        return codes.stream().map(Dated::area).distinct().toList();
    }

    /** All codes that mean or ever meant an area. */
    Set<String> codes() {
        return codes.stream().map(Dated::key).collect(Collectors.toSet());
    }

    /** The areas that send this form. */
    public List<Area> submitters(Form form) {
        return areas().stream().filter(form.schedule()::expectedFrom).toList();
    }

    /** The area with this code, whenever it was valid. */
    public Optional<Area> byCode(String code) {
        return codes.stream()
                .filter(known -> known.key().equals(code))
                .map(Dated::area)
                .findFirst();
    }

    public Optional<Area> byCode(String code, LocalDate on) {
        return find(codes, Label.bare(code), on);
    }

    /** The area meant by a name, an alias, or the name of its statistics office. */
    public Optional<Area> byName(String written, LocalDate on) {
        String name = SEAL.matcher(Label.bare(written)).replaceFirst("");
        String withoutOffice = OFFICE.matcher(name).replaceFirst("");
        String alone = REGION_PREFIX.matcher(withoutOffice).replaceFirst("");
        return find(names, name, on).or(() -> find(names, withoutOffice, on)).or(() -> find(names, alone, on));
    }

    /** The area that a name or code meant at any time, where it never meant two: tables of history say old ones. */
    Optional<Area> byFormer(String written) {
        String key = Label.bare(written);
        Set<Area> meant = Stream.concat(names.stream(), codes.stream())
                .filter(known -> known.key().equals(key))
                .map(Dated::area)
                .collect(Collectors.toSet());
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /** The areas that a longer text such as a file's name mentions, by name, other name or code. */
    Set<Area> mentionedIn(String text, LocalDate on) {
        String plain = Label.bare(text);
        Set<Area> mentioned = new LinkedHashSet<>();
        int at = 0;
        while (at < plain.length()) {
            int from = at;
            Optional<Dated> longest = byFirst.getOrDefault(plain.charAt(from), List.of()).stream()
                    .filter(known -> plain.startsWith(known.key(), from) && known.holds(known.key(), on))
                    .filter(known -> standsAlone(plain, from, known.key()))
                    .max(Comparator.comparingInt(known -> known.key().length()));
            longest.ifPresent(known -> mentioned.add(known.area()));
            at += longest.map(known -> known.key().length()).orElse(1);
        }
        return mentioned;
    }

    /** A code is no part of a longer number, a name in Latin letters no part of a longer word. */
    private static boolean standsAlone(String text, int from, String key) {
        int end = from + key.length();
        boolean latin = key.codePoints().allMatch(letter -> letter < 128);
        boolean joined = (from > 0 && isAsciiWord(text.charAt(from - 1)))
                || (end < text.length() && isAsciiWord(text.charAt(end)));
        return !(latin && joined);
    }

    private static boolean isAsciiWord(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    private static Optional<Area> find(List<Dated> in, String key, LocalDate on) {
        return in.stream()
                .filter(known -> known.holds(key, on))
                .map(Dated::area)
                .findFirst();
    }

    private static Dated dated(SeedRow row, String key, Area area) {
        return new Dated(
                key,
                area,
                row.optional("valid_from").map(LocalDate::parse).orElse(null),
                row.optional("valid_to").map(LocalDate::parse).orElse(null));
    }
}
