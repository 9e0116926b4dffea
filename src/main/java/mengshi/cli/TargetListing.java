package mengshi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.targets.Actual;
import mengshi.targets.ActualCatalogue;
import mengshi.targets.Passage;
import mengshi.targets.Reason;
import mengshi.targets.Target;
import mengshi.targets.TargetCatalogue;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Targets of the catalogue as a table for people, and under the names of the seed's columns for programs.
 *
 * @param targets those of the catalogue that were asked for
 */
record TargetListing(TargetCatalogue catalogue, List<Target> targets, ActualCatalogue actuals) {

    /** Section by section; the name comes last, as it may be cut. */
    Table table() {
        Table table = new Table("编号", "目标", "报送", "评判", "指标");
        bySection().forEach((section, members) -> {
            table.heading(catalogue.title(section) + "，" + members.size() + "项");
            members.forEach(target -> table.row(
                    target.id(),
                    (target.aim().aspiration() ? "力争" : "") + target.aim().written(),
                    target.judging().reportedBy().equals("none")
                            ? "–"
                            : target.judging().reportedBy(),
                    judgement(target),
                    target.subject().chinese()));
        });
        return table;
    }

    /** How many, and how many of them can be judged. */
    String summary() {
        long judged = targets.stream().filter(Target::canBeJudged).count();
        return targets.size() + " targets, " + judged + " of them can be judged";
    }

    List<Map<String, @Nullable Object>> rows() {
        return targets.stream().map(this::columns).toList();
    }

    /** CSV after RFC 4180, null an empty cell, lists parted by {@code |}. */
    String csv() {
        List<Map<String, @Nullable Object>> rows = rows();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(rows.isEmpty() ? List.of() : rows.get(0).keySet());
            for (Map<String, @Nullable Object> row : rows) {
                csv.printRecord(row.values().stream().map(TargetListing::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private Map<String, List<Target>> bySection() {
        return targets.stream()
                .collect(Collectors.groupingBy(
                        target -> target.origin().section(), LinkedHashMap::new, Collectors.toList()));
    }

    private static String judgement(Target target) {
        if (!target.canBeJudged()) {
            return "不评判：" + Reason.inChinese(target.judging().cannotJudgeReason());
        }
        String pace = target.judging().pace().chinese();
        return target.judging().kind().chinese() + (pace.isEmpty() ? "" : "，" + pace);
    }

    /** A target under the column names of its seed file, and the result it starts from. */
    private Map<String, @Nullable Object> columns(Target target) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("target_id", target.id());
        row.put("section", target.origin().section());
        row.put("paragraph", target.origin().place().paragraph());
        row.put("phrase", target.origin().place().phrase());
        row.put("indicator_code", target.subject().indicatorCode());
        row.put("indicator_zh", target.subject().chinese());
        row.put("indicator_en", target.subject().english());
        row.put("modality", target.aim().modality().code());
        row.put("aspiration", target.aim().aspiration());
        putQuantity(row, "value", "unit", target.aim().figure());
        putQuantity(row, "base_value", "base_unit", target.aim().base());
        row.put("kind", small(target.judging().kind()));
        row.put("direction", small(target.aim().direction()));
        row.put("scope_kind", small(target.scope().kind()));
        row.put("scope", target.scope().member());
        row.put("pace", small(target.judging().pace()));
        row.put("tolerance", target.judging().tolerance());
        row.put("tolerance_reason", filled(target.judging().toleranceReason()));
        row.put("reported_by", target.judging().reportedBy());
        row.put("cannot_judge_reason", filled(target.judging().cannotJudgeReason()));
        row.put("note", filled(target.note()));
        row.put(
                "also_at",
                new ArrayList<>(target.origin().repeated().stream()
                        .map(Passage::toString)
                        .toList()));
        row.put("stage", filled(target.aim().stage()));
        Optional<Actual> base = actuals.baseOf(target);
        row.put("base_actual_id", base.map(Actual::id).orElse(null));
        row.put("base_phrase", base.map(actual -> actual.place().phrase()).orElse(null));
        row.put(
                "base_qualifier",
                base.map(actual -> actual.figure().qualifier().code()).orElse(null));
        return row;
    }

    private static void putQuantity(
            Map<String, @Nullable Object> row, String value, String unit, Target.@Nullable Quantity quantity) {
        row.put(value, quantity == null ? null : quantity.value());
        row.put(unit, quantity == null ? null : quantity.unit());
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("|"))
                : value;
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
