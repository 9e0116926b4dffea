package mengshi.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mengshi.seeds.Seeds;

/** A report and its seeds as the suite has made them up, in a folder where a test may spoil them. */
record SmallReport(Path folder) {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String TEXT = "report.txt";

    static SmallReport in(Path folder) throws IOException {
        Files.copy(RESOURCES.resolve("report/report-2031.txt"), folder.resolve(TEXT));
        try (Stream<Path> seeds = Files.list(RESOURCES.resolve("seeds-report"))) {
            for (Path seed : seeds.toList()) {
                Files.copy(seed, folder.resolve(seed.getFileName().toString()));
            }
        }
        return new SmallReport(folder);
    }

    /** Changes one place of one file; the place must be there, and only once. */
    void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        int at = before.indexOf(from);
        if (at < 0 || before.indexOf(from, at + 1) >= 0) {
            throw new IllegalArgumentException(file + " must hold \"" + from + "\" once");
        }
        Files.writeString(path, before.replace(from, to));
    }

    Seeds seeds() {
        return Seeds.overriddenBy(folder);
    }

    ReportText text() throws IOException {
        return ReportText.of(Files.readString(folder.resolve(TEXT)).getBytes(StandardCharsets.UTF_8));
    }

    AuditResult audit() throws IOException {
        return new Audit(seeds()).of(text(), 2031);
    }

    /** The complaints, each as {@code CODE subject paragraph:offset}. */
    List<String> complaints() throws IOException {
        return audit().complaints().stream()
                .map(complaint -> complaint.code() + " " + complaint.subject() + " "
                        + complaint.place().paragraph() + ":"
                        + complaint.place().offset())
                .toList();
    }
}
