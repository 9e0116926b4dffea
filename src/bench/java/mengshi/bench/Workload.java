package mengshi.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Workbooks of generated areas, the seeds that describe their forms, and the rows that lie in them.
 *
 * @param files how many workbooks
 * @param books folder of the workbooks
 * @param seeds the overriding seeds: {@code MENGSHI_SEEDS}; null for the program's own
 * @param rows all rows as PostgreSQL's {@code COPY} reads them: what the floor loads
 */
record Workload(Kind kind, int files, Path books, @Nullable Path seeds, Path rows) {

    /** What is loaded. */
    enum Kind {
        /** Many workbooks of 200 lines. */
        SMALL,
        /** One workbook with a table of very many rows. */
        CROSSTAB,
        /** What the program's own sample sends in a year, on its own forms. */
        YEAR
    }

    private static final int MONTHS = 10;
    private static final String YEAR = "2025-";
    private static final int DOUBTFUL = 7;

    /**
     * {@code files} small workbooks of 200 lines and four figures a line: ten months of as many areas as it takes.
     *
     * @param doubtful whether in each of them one growth rate does not go with its levels
     */
    static Workload small(int files, Path folder, boolean doubtful) throws IOException {
        int areas = (files + MONTHS - 1) / MONTHS;
        Workload workload = in(folder, Kind.SMALL, files, areas);
        try (BufferedWriter copy = Files.newBufferedWriter(workload.rows, StandardCharsets.UTF_8)) {
            for (int file = 0; file < files; file++) {
                int area = file / MONTHS;
                int month = file % MONTHS + 1;
                String name = BenchSeeds.areaName(area) + "_" + BenchSeeds.REPORT + "_" + period(month) + ".xlsx";
                try (Book book = new Book(create(workload.books.resolve(name)), "基准测试")) {
                    report(book, area, month, doubtful, copy);
                }
            }
        }
        return workload;
    }

    /** The program's own year of samples; which rows lie in it the caller has to find out. */
    static Workload year(Path folder, Path home) throws IOException, InterruptedException {
        Path books = Files.createDirectories(folder.resolve("books"));
        Server.mengshi(home, "sample", "--year", "2025", "--seed", "1", "--inbox", books.toString());
        try (Stream<Path> all = Files.walk(books)) {
            int files = (int) all.filter(Files::isRegularFile).count();
            return new Workload(Kind.YEAR, files, books, null, folder.resolve("rows.copy"));
        }
    }

    /** How the rows stand in the workbooks, as the peers' loaders call it. */
    String layout() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** One table: a row for each area, month and line, with two figures. */
    static Workload crosstab(int rows, Path folder) throws IOException {
        int areas = rows / (MONTHS * Figures.LINES);
        Workload workload = in(folder, Kind.CROSSTAB, 1, areas);
        try (BufferedWriter copy = Files.newBufferedWriter(workload.rows, StandardCharsets.UTF_8);
                Book book = new Book(create(workload.books.resolve("基准测试_" + BenchSeeds.TABLE + ".xlsx")), "历史数据")) {
            book.row("基准测试历史数据");
            book.row("地区", "报告期", "指标名称", "计量单位", "本月", "1—本月累计");
            for (int area = 0; area < areas; area++) {
                for (int month = 1; month <= MONTHS; month++) {
                    for (int line = 0; line < Figures.LINES; line++) {
                        long inMonth = Figures.month(area, line, month);
                        long now = Figures.cumulative(area, line, month);
                        String name = BenchSeeds.areaName(area);
                        book.row(name, period(month), BenchSeeds.label(line), "元", inMonth, now);
                        String key = key(area, line, month);
                        copy.append(key)
                                .append("MONTH\t")
                                .append(Long.toString(inMonth))
                                .append('\n');
                        copy.append(key)
                                .append("YTD\t")
                                .append(Long.toString(now))
                                .append('\n');
                    }
                }
            }
        }
        return workload;
    }

    private static Workload in(Path folder, Kind kind, int files, int areas) throws IOException {
        Path books = Files.createDirectories(folder.resolve("books"));
        return new Workload(
                kind, files, books, BenchSeeds.write(folder.resolve("seeds"), areas), folder.resolve("rows.copy"));
    }

    private static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    private static String period(int month) {
        return YEAR + String.format(Locale.ROOT, "%02d", month);
    }

    private static String key(int area, int line, int month) {
        return BenchSeeds.areaCode(area) + '\t' + BenchSeeds.indicator(line) + '\t' + period(month) + '\t';
    }

    private static void report(Book book, int area, int month, boolean doubtful, Writer copy) throws IOException {
        book.row("基准测试月报");
        book.row("表号：", BenchSeeds.REPORT, null, "报告期：", period(month));
        book.row("填报单位：", BenchSeeds.areaName(area), null, "填报单位代码：", BenchSeeds.areaCode(area));
        book.row("指标名称", "代码", "计量单位", "本月", "1—本月累计", "上年同期累计", "同比增长（%）", "说明");
        for (int line = 0; line < Figures.LINES; line++) {
            long now = Figures.cumulative(area, line, month);
            long before = Figures.lastYear(area, line, month);
            long inMonth = Figures.month(area, line, month);
            String growth = doubtful && line == DOUBTFUL ? "99.9" : Figures.growth(now, before);
            BigDecimal rate = new BigDecimal(growth);
            book.row(BenchSeeds.label(line), BenchSeeds.lineCode(line), "元", inMonth, now, before, rate);
            String key = key(area, line, month);
            copy.append(key).append("MONTH\t").append(Long.toString(inMonth)).append('\n');
            copy.append(key).append("YTD\t").append(Long.toString(now)).append('\n');
            copy.append(key).append("YTD_LY\t").append(Long.toString(before)).append('\n');
            copy.append(key).append("YOY_YTD\t").append(growth).append('\n');
        }
        book.row("单位负责人：", "甲", null, "统计负责人：", "乙");
        book.row("填表人：", "丙", null, "报出日期：", "2025-11-01");
    }
}
