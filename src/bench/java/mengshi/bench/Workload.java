package mengshi.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Workbooks of generated areas, the seeds that describe their form, and the rows that lie in them.
 *
 * @param books folder of the workbooks
 * @param seeds the overriding seeds: {@code MENGSHI_SEEDS}
 * @param rows all rows as PostgreSQL's {@code COPY} reads them: what the floor loads
 */
record Workload(String name, int files, Path books, Path seeds, Path rows) {

    static final String FORM = "BN-S01";

    private static final int MONTHS = 10;
    private static final int FIRST_LINE = 1;
    private static final String YEAR = "2025-";

    /** {@code files} small workbooks of 200 lines and four figures a line: ten months of as many areas as it takes. */
    static Workload small(int files, Path folder) throws IOException {
        Path books = Files.createDirectories(folder.resolve("books"));
        Path rows = folder.resolve("rows.copy");
        int areas = (files + MONTHS - 1) / MONTHS;
        try (BufferedWriter copy = Files.newBufferedWriter(rows, StandardCharsets.UTF_8)) {
            for (int file = 0; file < files; file++) {
                int area = file / MONTHS;
                int month = file % MONTHS + 1;
                String name = BenchSeeds.areaName(area) + "_" + FORM + "_" + period(month) + ".xlsx";
                Files.write(books.resolve(name), book(area, month, copy));
            }
        }
        return new Workload("small", files, books, BenchSeeds.write(folder.resolve("seeds"), areas), rows);
    }

    static String period(int month) {
        return YEAR + String.format(Locale.ROOT, "%02d", month);
    }

    private static byte[] book(int area, int month, BufferedWriter copy) throws IOException {
        Book book = new Book();
        book.row("基准测试月报");
        book.row("表号：", FORM, null, "报告期：", period(month));
        book.row("填报单位：", BenchSeeds.areaName(area), null, "填报单位代码：", BenchSeeds.areaCode(area));
        book.row("指标名称", "代码", "计量单位", "本月", "1—本月累计", "上年同期累计", "同比增长（%）", "说明");
        for (int line = 0; line < Figures.LINES; line++) {
            long now = Figures.cumulative(area, line, month);
            long before = Figures.lastYear(area, line, month);
            long inMonth = Figures.month(area, line, month);
            String growth = Figures.growth(now, before);
            book.row(
                    BenchSeeds.label(line),
                    BenchSeeds.lineCode(line + FIRST_LINE),
                    "元",
                    inMonth,
                    now,
                    before,
                    new java.math.BigDecimal(growth));
            String key = BenchSeeds.areaCode(area) + '\t' + BenchSeeds.indicator(line) + '\t' + period(month) + '\t';
            copy.append(key).append("MONTH\t").append(Long.toString(inMonth)).append('\n');
            copy.append(key).append("YTD\t").append(Long.toString(now)).append('\n');
            copy.append(key).append("YTD_LY\t").append(Long.toString(before)).append('\n');
            copy.append(key).append("YOY_YTD\t").append(growth).append('\n');
        }
        book.row("单位负责人：", "甲", null, "统计负责人：", "乙");
        book.row("填表人：", "丙", null, "报出日期：", "2025-11-01");
        return book.bytes("基准测试");
    }
}
