package mengshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Seeds of generated areas and one form of 200 lines, with the edits that such a form would have. */
final class BenchSeeds {

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
        return Integer.toString(1000 + line);
    }

    static String label(int line) {
        return String.format(Locale.ROOT, "测试指标第%03d项", line + 1);
    }

    /** Writes the files that differ from the program's own seeds. */
    static Path write(Path folder, int areas) throws IOException {
        Files.createDirectories(folder);
        save(folder, "area", areas(areas));
        save(folder, "area_alias", List.of("alias,area_code,valid_from,valid_to,note"));
        save(folder, "indicator", indicators());
        save(
                folder,
                "form",
                List.of(
                        "form_code,name_zh,name_en,frequency,january_collected,due_day,submitted_by,valid_from,"
                                + "valid_to,orientation,issuer,document_no,sheet_name",
                        Workload.FORM + ",基准测试月报,Monthly report of the benchmark,MONTH,yes,12,areas,2024-01-01,"
                                + "2026-12-31,landscape,基准测试,基准测试1号,基准测试"));
        save(folder, "form_column", columns());
        save(folder, "form_line", lines());
        save(folder, "form_mark", List.of("form_code,mark,obs_status,meaning", Workload.FORM + ",-,M,none"));
        save(folder, "edit", edits());
        save(folder, "target_2025", header("target_2025"));
        return folder;
    }

    private static List<String> areas(int areas) {
        List<String> rows = new ArrayList<>();
        rows.add("area_code,name_zh,name_en,kind,parent_code,valid_from,valid_to");
        rows.add("150000,内蒙古自治区,Inner Mongolia Autonomous Region,region,,1947-05-01,");
        for (int area = 0; area < areas; area++) {
            rows.add(areaCode(area) + "," + areaName(area) + ",Bench " + (area + 1) + ",league,150000,,");
        }
        return rows;
    }

    private static List<String> indicators() {
        List<String> rows = new ArrayList<>();
        rows.add("indicator_code,name_zh,name_en,base_unit,nature,regional_figure,authoritative_form,numerator,"
                + "denominator,note");
        for (int line = 0; line < Figures.LINES; line++) {
            rows.add(indicator(line) + "," + label(line) + ",Bench " + (line + 1) + ",元,flow,sum," + Workload.FORM
                    + ",,,");
        }
        return rows;
    }

    private static List<String> columns() {
        String form = Workload.FORM + ",";
        return List.of(
                "form_code,column_no,role,label,aliases,measure,unit",
                form + "1,label,指标名称,,,",
                form + "2,code,代码,,,",
                form + "3,unit,计量单位,,,",
                form + "4,value,本月,,MONTH,",
                form + "5,value,1—本月累计,,YTD,",
                form + "6,value,上年同期累计,,YTD_LY,",
                form + "7,value,同比增长（%）,,YOY_YTD,%",
                form + "8,note,说明,,,");
    }

    private static List<String> lines() {
        List<String> rows = new ArrayList<>();
        rows.add("form_code,line_no,line_code,label,aliases,indicator_code,unit,decimals,required,periods,"
                + "required_measures,optional_measures");
        for (int line = 0; line < Figures.LINES; line++) {
            rows.add(Workload.FORM + "," + (line + 1) + "," + lineCode(line + 1) + "," + label(line) + ",,"
                    + indicator(line) + ",元,0,yes,every,MONTH|YTD|YTD_LY|YOY_YTD,");
        }
        return rows;
    }

    private static List<String> edits() {
        List<String> rows = new ArrayList<>(header("edit"));
        for (int line = 0; line < Figures.LINES; line++) {
            if (Figures.isTotal(line)) {
                String parts = parts(line, " +");
                rows.add(edit(1, "BALANCE", 2 * line + 1, "ERROR", indicator(line), "YTD", "+" + parts, ",,"));
                rows.add(edit(1, "BALANCE", 2 * line + 2, "ERROR", indicator(line), "MONTH", "+" + parts, ",,"));
                rows.add(edit(1, "PART", line + 1, "ERROR", indicator(line), "YTD", parts(line, "|"), ",,"));
            }
        }
        rows.add(edit(1, "RANGE", 1, "ERROR", "*", "YOY_YTD", "", "-100,1000,"));
        rows.add(edit(1, "RANGE", 2, "ERROR", "*", "YTD", "", "0,,"));
        rows.add(edit(1, "RATIO", 1, "WARNING", "*", "YOY_YTD", "", ",,0.15"));
        rows.add(edit(2, "CONTINUITY", 1, "WARNING", "*", "YTD", "", ",,"));
        rows.add(edit(2, "MONOTONE", 1, "WARNING", "*", "YTD", "", ",,"));
        rows.sort((a, b) -> a.startsWith("edit_id") ? -1 : b.startsWith("edit_id") ? 1 : a.compareTo(b));
        return rows;
    }

    private static String edit(
            int level,
            String type,
            int number,
            String severity,
            String indicator,
            String measure,
            String operands,
            String limits) {
        return String.format(
                Locale.ROOT,
                "L%d-%s-%s-%03d,%s,%d,%s,%s,%s,%s,%s,%s,2024-01-01,,基准测试,基准测试,{indicator},{indicator}",
                level,
                type,
                Workload.FORM,
                number,
                type.toLowerCase(Locale.ROOT),
                level,
                severity,
                Workload.FORM,
                indicator,
                measure,
                operands,
                limits);
    }

    private static String parts(int total, String between) {
        List<String> parts = new ArrayList<>();
        for (int part = total + 1; part < total + Figures.GROUP; part++) {
            parts.add(indicator(part));
        }
        return String.join(between, parts);
    }

    private static List<String> header(String name) {
        try {
            return List.of(Files.readAllLines(Path.of("seeds", name + ".csv"), StandardCharsets.UTF_8)
                    .get(0));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "seeds/" + name + ".csv: start the benchmark in the project's folder", e);
        }
    }

    private static void save(Path folder, String name, List<String> rows) throws IOException {
        Files.write(folder.resolve(name + ".csv"), rows, StandardCharsets.UTF_8);
    }
}
