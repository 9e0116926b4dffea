package mengshi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import mengshi.EditedWorkbook;
import mengshi.database.Database;
import mengshi.model.Period;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;

/**
 * A bureau after its first night, with an inbox that holds one file of every kind for the second: new ones, one that will
 * be held, one refused, one sent twice, a correction with a reason, a returned workbook corrected and answered, and one
 * that only brings answers.
 *
 * @param template the database after the first night; nobody is connected to it
 * @param home the folder after the first night
 */
record LittleNight(Bureau.Server server, String template, Path home) {

    /** The second night's time. */
    static final Instant NOW = Instant.parse("2025-07-20T18:30:00Z");

    private static final String HELD = "150100_呼和浩特市_NM-M01_2025-05.xlsx";
    private static final String CORRECTED = "150200_包头市_NM-M01_2025-05.xlsx";
    private static final String ASKED = "150300_乌海市_NM-M01_2025-05.xlsx";
    private static final String REGION = "150000_内蒙古自治区_NM-R01_2025-05.xlsx";
    private static final String ENOUGH = "2024年同期含一次性大额进口设备";
    private static final String GROWTH = "select finding_id from mart.finding where area_code = '%s'"
            + " and code = 'GROWTH_DIFFERS_FROM_LEVELS' order by finding_id limit 1";

    private static final Map<String, SampleFile> SAMPLES = samples();

    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** Lives the first night through in {@code folder} and fills the inbox for the second. */
    static LittleNight prepare(Database database, Path server, Path folder) throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("var/inbox"));
        Map<String, String> settings = Shell.logins(database.url(), server);
        settings.put("MENGSHI_INBOX_QUIET", "0");
        Shell shell = new Shell(database, folder, Clock.fixed(NOW.minus(Duration.ofDays(9)), ZoneOffset.UTC), settings);
        write(inbox, HELD, EditedWorkbook.of(sample(HELD), book -> book.put("E14", 1897300)
                .put("H20", 9.7)
                .empty("F32")));
        write(inbox, CORRECTED, sample(CORRECTED));
        write(inbox, ASKED, EditedWorkbook.of(sample(ASKED), book -> book.put("H20", 9.7)));
        write(inbox, REGION, sample(REGION));
        Shell.Ended first = shell.run("nightly");
        if (first.code() != Exit.FOUND.code()) {
            throw new AssertionError(first.out() + first.err());
        }
        Bureau.Server place = new Bureau.Server(database.url(), server);
        String template = database.url().substring(database.url().lastIndexOf('/') + 1);
        fill(inbox, folder.resolve("var/outbox"), place, template);
        database.close();
        return new LittleNight(place, template, folder.resolve("var"));
    }

    private static void fill(Path inbox, Path outbox, Bureau.Server server, String database) throws Exception {
        String held = server.ask(database, GROWTH.formatted("150100"));
        String asked = server.ask(database, GROWTH.formatted("150300"));
        double sound = EditedWorkbook.number(sample(HELD), "E14");
        write(inbox, "更正_" + HELD, EditedWorkbook.of(returned(outbox, HELD), book -> book.put("E14", sound)
                .answer(held, ENOUGH)));
        write(inbox, "更正_" + CORRECTED, EditedWorkbook.of(sample(CORRECTED), book -> book.put("D29", 2977)
                .put("B34", "漏报一人")));
        write(inbox, "说明_" + ASKED, EditedWorkbook.of(returned(outbox, ASKED), book -> book.answer(asked, ENOUGH)));
        write(inbox, "重复_" + REGION, sample(REGION));
        for (String name : List.of("150400_赤峰市_NM-M01_2025-05.xlsx", "150400_赤峰市_NM-M02_2025-05.xlsx")) {
            write(inbox, name, sample(name));
        }
        write(inbox, "150100_呼和浩特市_NM-M01_2025-06.xlsx", sample("150100_呼和浩特市_NM-M01_2025-06.xlsx"));
        String faulty = "150500_通辽市_NM-M01_2025-05.xlsx";
        write(inbox, faulty, EditedWorkbook.of(sample(faulty), book -> book.put("E14", 1)));
        write(inbox, "不是表格.xlsx", "这不是工作簿".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static byte[] returned(Path outbox, String name) throws Exception {
        try (Stream<Path> all = Files.walk(outbox)) {
            Path file = all.filter(path -> path.getFileName().toString().equals(name.replace(".xlsx", "_审核结果.xlsx")))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(name));
            return Files.readAllBytes(file);
        }
    }

    /** With a time of its own, which copies keep. */
    private static void write(Path inbox, String name, byte[] content) throws Exception {
        Path file = Files.write(inbox.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-07-10T01:00:00Z")));
    }

    private static byte[] sample(String name) {
        SampleFile file = SAMPLES.get(name);
        if (file == null) {
            throw new NoSuchElementException(name + " is none of " + SAMPLES.keySet());
        }
        return file.bytes();
    }

    private static Map<String, SampleFile> samples() {
        Map<String, SampleFile> byName = new HashMap<>();
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.month(2025, 3), Period.month(2025, 6))
                .files()
                .forEach(file -> byName.put(file.name(), file));
        return byName;
    }
}
