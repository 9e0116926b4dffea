package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        return of(area, year).map(QualityPage::html);
    }

    private Optional<QualityPage> of(String area, int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        Rows rounds = replies.quality(area, year, today);
        return rounds.first()
                .map(first -> new QualityPage(
                        new ReportingQuality(
                                area,
                                text(first, "area_name"),
                                year,
                                rounds.rows().stream().map(QualityPages::round).toList(),
                                replies.findingTypes(area, year).rows().stream()
                                        .map(QualityPages::type)
                                        .toList()),
                        today));
    }

    /** Writes the pages anew that a run has changed. */
    void write(long runId, Path outbox) throws IOException {
        for (Map<String, @Nullable Object> row : replies.qualityPages(runId).rows()) {
            Optional<QualityPage> page = of(text(row, "area_code"), number(row, "year"));
            if (page.isPresent()) {
                DurableFiles.write(outbox.resolve(page.get().path()), page.get().html());
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
