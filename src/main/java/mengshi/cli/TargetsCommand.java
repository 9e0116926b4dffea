package mengshi.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mengshi.operations.Settings;
import mengshi.targets.Passage;
import mengshi.targets.Target;
import mengshi.targets.TargetCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "targets", mixinStandardHelpOptions = true, description = "The targets of the Government Work Report.")
final class TargetsCommand {

    private final Program program;

    TargetsCommand(Program program) {
        this.program = program;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the targets of the year in force (MENGSHI_TARGET_YEAR), as the report words them.")
    int list(
            @Mixin Output output,
            @Option(names = "--section", description = "Only of this section: headline, or 1 to 11.") @Nullable
                    String section) {
        Settings settings = program.settings();
        TargetCatalogue catalogue = TargetCatalogue.from(settings.seeds(), settings.targetYear());
        if (section != null && !catalogue.sections().contains(section)) {
            throw new WrongUsage(
                    "No target stands in section " + section,
                    "write one of " + String.join(", ", catalogue.sections()));
        }
        List<Target> targets = section == null ? catalogue.targets() : catalogue.section(section);
        Table table = new Table("编号", "部分", "指标", "目标", "类型", "进度口径", "报送", "原文");
        targets.forEach(target -> table.row(
                target.id(),
                target.origin().section(),
                target.subject().chinese(),
                (target.aim().aspiration() ? "力争" : "") + target.aim().written(),
                small(target.judging().kind()),
                small(target.judging().pace()),
                target.judging().reportedBy(),
                target.origin().place().phrase()));
        output.print(program, targets.stream().map(TargetsCommand::columns).toList(), table.lines(program.width()));
        if (!output.isForPrograms()) {
            program.err().println(targets.size() + " targets");
        }
        return Exit.DONE.code();
    }

    /** A target under the column names of its seed file. */
    private static Map<String, @Nullable Object> columns(Target target) {
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
        Target.Quantity figure = target.aim().figure();
        row.put("value", figure == null ? null : figure.value());
        row.put("unit", figure == null ? null : figure.unit());
        Target.Quantity base = target.aim().base();
        row.put("base_value", base == null ? null : base.value());
        row.put("base_unit", base == null ? null : base.unit());
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
                target.origin().repeated().stream().map(Passage::toString).toList());
        return row;
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
