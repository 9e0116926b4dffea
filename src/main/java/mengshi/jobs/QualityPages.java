package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mengshi.feedback.QualityPage;
import mengshi.feedback.ReportingQuality;
import mengshi.files.DurableFiles;
import mengshi.warehouse.Replies;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** The pages on how areas reported, asked as the responder: a login that sees nothing of targets. */
public final class QualityPages {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Replies replies;
    private final Clock clock;

    public QualityPages(DataSource responder, Clock clock) {
        this.replies = new Replies(responder);
        this.clock = clock;
    }

    /** An area's page for a year, in UTF-8; nothing if nothing was due and nothing came. */
    public Optional<byte[]> html(String area, int year) {
        return of(List.of(area), year).stream().findFirst().map(QualityPage::html);
    }

    /** Asked for all at once: how one area reported is worked out from what all sent. */
    private List<QualityPage> of(List<String> areas, int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        Map<String, List<Map<String, @Nullable Object>>> rounds = byArea(replies.quality(areas, year, today));
        Map<String, List<Map<String, @Nullable Object>>> types = byArea(replies.findingTypes(areas, year));
        List<QualityPage> pages = new ArrayList<>();
        rounds.forEach((area, own) -> pages.add(new QualityPage(
                new ReportingQuality(
                        area,
                        text(own.get(0), "area_name"),
                        year,
                        own.stream().map(QualityPages::round).toList(),
                        types.getOrDefault(area, List.of()).stream()
                                .map(QualityPages::type)
                                .toList()),
                today)));
        return pages;
    }

    private static Map<String, List<Map<String, @Nullable Object>>> byArea(Rows rows) {
        return rows.rows().stream()
                .collect(Collectors.groupingBy(row -> text(row, "area_code"), LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Writes the pages anew that a run has changed.
     *
     * @param permission asked before every page
     */
    void write(long runId, Path outbox, Runnable permission) throws IOException {
        Map<Integer, List<String>> areasOfYears = new TreeMap<>();
        for (Map<String, @Nullable Object> row : replies.qualityPages(runId).rows()) {
            areasOfYears
                    .computeIfAbsent(number(row, "year"), year -> new ArrayList<>())
                    .add(text(row, "area_code"));
        }
        for (Map.Entry<Integer, List<String>> year : areasOfYears.entrySet()) {
            for (QualityPage page : of(year.getValue(), year.getKey())) {
                permission.run();
                DurableFiles.write(outbox.resolve(page.path()), page.html());
            }
        }
    }

    private static ReportingQuality.Round round(Map<String, @Nullable Object> row) {
        Object received = row.get("first_received_on");
        return new ReportingQuality.Round(
                text(row, "period"),
                text(row, "form_code"),
                text(row, "form_name"),
                new ReportingQuality.Arrival(
                        LocalDate.parse(text(row, "due_on")),
                        received == null ? null : LocalDate.parse(received.toString()),
                        row.get("days_late") == null ? 0 : number(row, "days_late"),
                        text(row, "state"),
                        number(row, "versions"),
                        number(row, "corrections")),
                new ReportingQuality.Findings(
                        number(row, "errors"),
                        number(row, "warnings"),
                        number(row, "informations"),
                        number(row, "fixed"),
                        number(row, "explained"),
                        number(row, "waived"),
                        number(row, "still_open")),
                new ReportingQuality.Answers(number(row, "answers"), number(row, "answers_accepted")));
    }

    private static ReportingQuality.Type type(Map<String, @Nullable Object> row) {
        return new ReportingQuality.Type(
                text(row, "code"),
                text(row, "severity"),
                text(row, "advice_zh"),
                number(row, "findings"),
                number(row, "still_open"));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column).toString();
    }

    private static int number(Map<String, @Nullable Object> row, String column) {
        return Integer.parseInt(text(row, column));
    }
}
