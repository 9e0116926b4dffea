package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.report.Language;
import mengshi.report.Scorecard;
import mengshi.report.ScorecardDiff;
import mengshi.report.ScorecardPage;
import mengshi.report.Scorecards;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Months of nights with corrections: what was printed is printed again, byte for byte, and every change is explained. */
class AsKnownIT {

    private static final Instant FIRST_NIGHT = Instant.parse("2024-02-20T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS_OF_A_MONTH = 30;

    /** How much is sent and asked; {@code -Pmemory} asks for the long one. */
    private record Size(int months, int areas, int corrections, int moments) {

        static Size asked() {
            return "long".equals(System.getProperty("mengshi.campaign"))
                    ? new Size(24, 12, 30, 50)
                    : new Size(14, 12, 6, 8);
        }
    }

    /** What tells when and by which publication a verdict was given, and nothing of what it says. */
    private static final Set<String> NO_FIGURES =
            Set.of("target_id", "area_code", "period", "publication_id", "judged_at", "recorded_at", "superseded_at");

    /** What a scorecard said on the morning after a night. */
    private record Printed(Instant night, Period period, byte[] bytes) {}

    private final Size size = Size.asked();

    @Test
    void what_was_printed_is_printed_again_on_any_machine_and_every_change_is_explained() {
        try (TestWarehouse warehouse = new TestWarehouse();
                TestWarehouse other = new TestWarehouse()) {
            List<Printed> printed = campaign(warehouse, 7);
            Random dice = new Random(11);
            Instant end = warehouse.clock().instant();

            int compared = 0;
            for (int i = 0; i < size.moments(); i++) {
                int chosen = dice.nextInt(printed.size());
                Printed card = printed.get(chosen);
                Instant asked = card.night().plusSeconds(dice.nextInt((int) DAY.toSeconds()));
                byte[] again = print(warehouse.marts(), card.period(), asked);
                assertThat(again).as("%s as known at %s", card.period(), asked).isEqualTo(card.bytes());
                compared++;
            }
            assertThat(compared).isEqualTo(size.moments());
            assertThat(printed.stream().map(card -> new String(card.bytes(), StandardCharsets.UTF_8)))
                    .as("scorecards that never differ would prove nothing")
                    .doesNotHaveDuplicates();
            everyChangeIsExplained(warehouse.marts(), printed, end, dice);
            assertThat(campaign(other, 7))
                    .as("the same nights on a fresh database")
                    .usingRecursiveComparison()
                    .isEqualTo(printed);
        }
    }

    @Test
    void a_moment_inside_a_night_shows_the_publication_before_it_also_later() {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            Period june = Period.month(2025, 6);
            warehouse.clock().set("2025-07-20T18:00:00Z");
            night(warehouse, List.of(draft("150100", june, "100", null)));
            byte[] before = print(warehouse.marts(), june, null);
            warehouse.clock().set("2025-07-21T18:00:00Z");
            Night night = warehouse.night();
            night.receive(draft("150100", june, "120", "漏报"));
            night.read().check().publish();
            Instant inside = Instant.parse("2025-07-21T18:30:00Z");

            byte[] asked = print(warehouse.marts(), june, inside);
            warehouse.clock().set("2025-07-21T19:00:00Z");
            night.judge().end();

            assertThat(asked).isEqualTo(before);
            assertThat(print(warehouse.marts(), june, inside)).isEqualTo(before);
            assertThat(print(warehouse.marts(), june, Instant.parse("2025-07-21T19:00:01Z")))
                    .isNotEqualTo(before)
                    .isEqualTo(print(warehouse.marts(), june, null));
        }
    }

    /** Where the day, the digits and the decimal sign are others. */
    @Test
    void another_time_zone_and_language_of_the_machine_print_the_same() {
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try (TestWarehouse warehouse = new TestWarehouse()) {
            Period june = Period.month(2025, 6);
            warehouse.clock().set("2025-07-20T18:00:00Z");
            night(warehouse, List.of(draft("150100", june, "1234.5", null), draft("150200", june, "70.25", null)));
            byte[] here = print(warehouse.marts(), june, Instant.parse("2025-07-20T18:00:01Z"));
            for (String elsewhere : List.of("Pacific/Kiritimati", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(elsewhere));
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

                byte[] there =
                        print(new Marts(warehouse.newConnections()), june, Instant.parse("2025-07-20T18:00:01Z"));

                assertThat(new String(there, StandardCharsets.UTF_8))
                        .as(elsewhere)
                        .isEqualTo(new String(here, StandardCharsets.UTF_8));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    private List<Printed> campaign(TestWarehouse warehouse, long seed) {
        Random dice = new Random(seed);
        List<Printed> printed = new ArrayList<>();
        List<Period> sent = new ArrayList<>();
        Instant now = FIRST_NIGHT;
        int correctionsLeft = size.corrections();
        for (int month = 0; month < size.months(); month++) {
            Period period = Period.month(2024 + month / 12, month % 12 + 1);
            List<Draft> drafts = new ArrayList<>();
            for (String area : TestWarehouse.AREAS.subList(0, size.areas())) {
                drafts.add(draft(area, period, String.valueOf(100 * (month % 12 + 1) + dice.nextInt(90)), null));
            }
            sent.add(period);
            now = now.plus(DAY.multipliedBy(DAYS_OF_A_MONTH));
            warehouse.clock().set(now.toString());
            night(warehouse, drafts);
            remember(warehouse, now, period, printed);
            boolean isLast = month == size.months() - 1;
            int nights = period.calendarYear() < 2025 ? 0 : Math.min(correctionsLeft, 1 + dice.nextInt(4));
            for (int i = isLast ? correctionsLeft : nights; i > 0; i--) {
                Period corrected = sent.get(sent.size() - 1 - dice.nextInt(Math.min(sent.size(), 6)));
                String area = TestWarehouse.AREAS.get(dice.nextInt(size.areas()));
                now = now.plus(DAY.multipliedBy(2));
                warehouse.clock().set(now.toString());
                String value = String.valueOf(100 * corrected.endMonth() + dice.nextInt(90));
                night(warehouse, List.of(draft(area, corrected, value, "更正" + correctionsLeft)));
                correctionsLeft--;
                remember(warehouse, now, period, printed);
            }
        }
        assertThat(correctionsLeft).isZero();
        return printed;
    }

    private static void remember(TestWarehouse warehouse, Instant night, Period period, List<Printed> printed) {
        if (period.calendarYear() == 2025) {
            printed.add(new Printed(night, period, print(warehouse.marts(), period, null)));
        }
    }

    private void everyChangeIsExplained(Marts marts, List<Printed> printed, Instant end, Random dice) {
        int changes = 0;
        for (int i = 0; i < size.moments(); i++) {
            Printed card = printed.get(dice.nextInt(printed.size()));
            long seconds = Math.max(1, Duration.between(card.night(), end).toSeconds());
            Instant later = i % 2 == 0 ? end : card.night().plusSeconds(dice.nextLong(seconds));

            ScorecardDiff diff = ScorecardDiff.between(marts, card.period(), card.night(), later);

            assertThat(diff.targets()).allMatch(ScorecardDiff.ChangedTarget::isExplained);
            Set<String> told = new TreeSet<>();
            diff.targets().forEach(target -> target.changes()
                    .forEach(change -> told.add(target.targetId() + " " + change.get("changed"))));
            assertThat(told).isEqualTo(differences(marts, card.period(), card.night(), later));
            changes += told.size();
        }
        assertThat(changes).isPositive();
    }

    /** The cells that differ, found without the statement that tells them. */
    private static Set<String> differences(Marts marts, Period period, Instant from, Instant to) {
        Map<String, Map<String, @Nullable Object>> before = byTarget(marts.targetProgress(period.code(), from));
        Map<String, Map<String, @Nullable Object>> after = byTarget(marts.targetProgress(period.code(), to));
        Set<String> differences = new TreeSet<>();
        after.forEach((target, row) -> row.forEach((column, value) -> {
            Object was = before.getOrDefault(target, Map.of()).get(column);
            if (!NO_FIGURES.contains(column) && !same(was, value)) {
                differences.add(target + " " + column);
            }
        }));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return differences;
    }

    private static boolean same(@Nullable Object was, @Nullable Object is) {
        return was instanceof BigDecimal one && is instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(was, is);
    }

    private static Map<String, Map<String, @Nullable Object>> byTarget(Rows rows) {
        Map<String, Map<String, @Nullable Object>> byTarget = new java.util.TreeMap<>();
        rows.rows().forEach(row -> byTarget.put(String.valueOf(row.get("target_id")), row));
        return byTarget;
    }

    private static void night(TestWarehouse warehouse, List<Draft> drafts) {
        Night night = warehouse.night();
        List<Long> submissions = drafts.stream().map(night::receive).toList();
        night.read().check().publish().judge().end();
        assertThat(submissions).allSatisfy(submission -> assertThat(warehouse.state(submission))
                .as("%s", warehouse.messages(submission))
                .isEqualTo("PUBLISHED"));
    }

    private static Draft draft(String area, Period period, String yearToDate, @Nullable String reason) {
        Draft draft = Draft.of("NM-M02", area, period.code())
                .in("公里", "1", 0)
                .put("PIPELINES_RENOVATED", Measure.YTD, yearToDate);
        return reason == null ? draft : draft.frame("correction_reason", reason);
    }

    /** Everything a scorecard prints: page, rows and document. */
    private static byte[] print(Marts marts, Period period, @Nullable Instant asKnown) {
        Scorecards scorecards = new Scorecards(marts);
        Scorecard card = scorecards.of(period, asKnown);
        assertThat(card.isEmpty()).isFalse();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(card.json());
        bytes.writeBytes(card.csv());
        bytes.writeBytes(new ScorecardPage(scorecards.edition(card, Language.CHINESE)).html());
        return bytes.toByteArray();
    }
}
