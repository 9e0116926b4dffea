package mengshi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Seeds of generated areas and two forms of 200 lines, a monthly report and a table of history, with their edits. */
final class BenchSeeds {

    /** The monthly report of one area. */
    static final String REPORT = "BN-S01";

    /** The table of many areas and months. */
    static final String TABLE = "BN-H01";

    private static final int FIRST_AREA = 160_001;

    private BenchSeeds() {}

    static String areaCode(int area) {
        return Integer.toString(FIRST_AREA + area);
    }

    static String areaName(int area) {
        return String.format(Locale.ROOT, "测试%05d盟", area + 1);
    }

    static String indicator(int line) {
        return String.format(Locale.ROOT, "BENCH_%03d", line + 1);
    }

    static String lineCode(int line) {
        return Integer.toString(1001 + line);
    }

    static String label(int line) {
        return String.format(Locale.ROOT, "测试指标第%03d项", line + 1);
    }

    /** Writes the files that differ from the program's own seeds. */
    static Path write(Path folder, int areas) throws IOException {
        Files.createDirectories(folder);
        save(folder, "area", areas(areas));
        save(folder, "area_alias", List.of());
        save(folder, "indicator", indicators());
        save(folder, "form", List.of(form(TABLE, "crosstab", "backfill"), form(REPORT, "landscape", "areas")));
        save(folder, "form_column", columns());
        save(folder, "form_line", lines());
        save(
                folder,
                "form_mark",
                List.of(Map.of("form_code", REPORT, "mark", "-", "obs_status", "M", "meaning", "none")));
        save(folder, "edit", edits());
        save(folder, "target_2025", List.of());
        return folder;
    }

    private static List<Map<String, String>> areas(int areas) {
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(Map.of(
                "area_code", "150000",
                "name_zh", "内蒙古自治区",
                "name_en", "Inner Mongolia Autonomous Region",
                "kind", "region",
                "valid_from", "1947-05-01"));
        for (int area = 0; area < areas; area++) {
            rows.add(Map.of(
                    "area_code",
                    areaCode(area),
                    "name_zh",
                    areaName(area),
                    "name_en",
                    "Bench " + (area + 1),
                    "kind",
                    "league",
                    "parent_code",
                    "150000"));
        }
        return rows;
    }

    private static List<Map<String, String>> indicators() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int line = 0; line < Figures.LINES; line++) {
            rows.add(Map.of(
                    "indicator_code",
                    indicator(line),
                    "name_zh",
                    label(line),
                    "name_en",
                    "Bench " + (line + 1),
                    "base_unit",
                    "元",
                    "nature",
                    "flow",
                    "regional_figure",
                    "sum",
                    "authoritative_form",
                    REPORT));
        }
        return rows;
    }

    private static Map<String, String> form(String code, String orientation, String submittedBy) {
        return Map.ofEntries(
                Map.entry("form_code", code),
                Map.entry("name_zh", "基准测试" + code),
                Map.entry("name_en", "Form " + code + " of the benchmark"),
                Map.entry("frequency", "MONTH"),
                Map.entry("january_collected", "yes"),
                Map.entry("due_day", "12"),
                Map.entry("submitted_by", submittedBy),
                Map.entry("valid_from", "2024-01-01"),
                Map.entry("valid_to", "2026-12-31"),
                Map.entry("orientation", orientation),
                Map.entry("issuer", "基准测试"),
                Map.entry("document_no", "基准测试1号"),
                Map.entry("sheet_name", "基准测试"));
    }

    private static List<Map<String, String>> columns() {
        return List.of(
                column(TABLE, 1, "area", "地区", ""),
                column(TABLE, 2, "period", "报告期", ""),
                column(TABLE, 3, "label", "指标名称", ""),
                column(TABLE, 4, "unit", "计量单位", ""),
                column(TABLE, 5, "value", "本月", "MONTH"),
                column(TABLE, 6, "value", "1—本月累计", "YTD"),
                column(REPORT, 1, "label", "指标名称", ""),
                column(REPORT, 2, "code", "代码", ""),
                column(REPORT, 3, "unit", "计量单位", ""),
                column(REPORT, 4, "value", "本月", "MONTH"),
                column(REPORT, 5, "value", "1—本月累计", "YTD"),
                column(REPORT, 6, "value", "上年同期累计", "YTD_LY"),
                column(REPORT, 7, "value", "同比增长（%）", "YOY_YTD"),
                column(REPORT, 8, "note", "说明", ""));
    }

    private static Map<String, String> column(String form, int number, String role, String label, String measure) {
        return Map.of(
                "form_code", form,
                "column_no", Integer.toString(number),
                "role", role,
                "label", label,
                "measure", measure,
                "unit", measure.startsWith("YOY") ? "%" : "");
    }

    private static List<Map<String, String>> lines() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String form : List.of(TABLE, REPORT)) {
            for (int line = 0; line < Figures.LINES; line++) {
                rows.add(Map.of(
                        "form_code",
                        form,
                        "line_no",
                        Integer.toString(line + 1),
                        "line_code",
                        lineCode(line),
                        "label",
                        label(line),
                        "indicator_code",
                        indicator(line),
                        "unit",
                        "元",
                        "decimals",
                        "0",
                        "required",
                        "yes",
                        "periods",
                        "every",
                        "required_measures",
                        form.equals(TABLE) ? "MONTH|YTD" : "MONTH|YTD|YTD_LY|YOY_YTD"));
            }
        }
        return rows;
    }

    private static List<Map<String, String>> edits() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String form : List.of(TABLE, REPORT)) {
            for (int line = 0; line < Figures.LINES; line++) {
                if (Figures.isTotal(line)) {
                    Map<String, String> sum = Map.of("operands", "+" + parts(line, " +"));
                    rows.add(edit(form, "1 BALANCE ERROR", 2 * line + 1, indicator(line), "YTD", sum));
                    rows.add(edit(form, "1 BALANCE ERROR", 2 * line + 2, indicator(line), "MONTH", sum));
                    Map<String, String> whole = Map.of("operands", parts(line, "|"));
                    rows.add(edit(form, "1 PART ERROR", line + 1, indicator(line), "YTD", whole));
                }
            }
            rows.add(edit(form, "1 RANGE ERROR", 2, "*", "YTD", Map.of("minimum", "0")));
            rows.add(edit(form, "2 CONTINUITY WARNING", 1, "*", "YTD", Map.of()));
            rows.add(edit(form, "2 MONOTONE WARNING", 1, "*", "YTD", Map.of()));
        }
        Map<String, String> sane = Map.of("minimum", "-100", "maximum", "1000");
        rows.add(edit(REPORT, "1 RANGE ERROR", 1, "*", "YOY_YTD", sane));
        rows.add(edit(REPORT, "1 RATIO WARNING", 1, "*", "YOY_YTD", Map.of("tolerance", "0.15")));
        rows.sort(java.util.Comparator.comparing(row -> row.getOrDefault("edit_id", "")));
        return rows;
    }

    /** @param kind level, type and severity */
    private static Map<String, String> edit(
            String form, String kind, int number, String indicator, String measure, Map<String, String> more) {
        String[] words = kind.split(" ");
        Map<String, String> row = new java.util.HashMap<>(more);
        row.put("edit_id", String.format(Locale.ROOT, "L%s-%s-%s-%03d", words[0], words[1], form, number));
        row.put("type", words[1].toLowerCase(Locale.ROOT));
        row.put("level", words[0]);
        row.put("severity", words[2]);
        row.put("form_code", form);
        row.put("indicator_code", indicator);
        row.put("measure", measure);
        row.put("valid_from", "2024-01-01");
        row.put("owner", "基准测试");
        row.put("reason", "基准测试");
        row.put("text_zh", "{indicator}");
        row.put("text_en", "{indicator}");
        return row;
    }

    private static String parts(int total, String between) {
        List<String> parts = new ArrayList<>();
        for (int part = total + 1; part < total + Figures.GROUP; part++) {
            parts.add(indicator(part));
        }
        return String.join(between, parts);
    }

    /** In the columns of the program's own file of that name, so that a column added there is merely empty here. */
    private static void save(Path folder, String name, List<Map<String, String>> rows) throws IOException {
        String header = header(name);
        List<String> lines = new ArrayList<>(List.of(header));
        for (Map<String, String> row : rows) {
            lines.add(Arrays.stream(header.split(","))
                    .map(column -> row.getOrDefault(column, ""))
                    .collect(Collectors.joining(",")));
        }
        Files.write(folder.resolve(name + ".csv"), lines, StandardCharsets.UTF_8);
    }

    private static String header(String name) {
        try {
            return Files.readAllLines(Path.of("seeds", name + ".csv"), StandardCharsets.UTF_8)
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("seeds/" + name + ".csv: start the benchmark in the project's folder", e);
        }
    }
}
