package mengshi.targets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One target of a Government Work Report.
 *
 * @param id stable over editions of the catalogue, for example {@code T2025-H05}
 * @param note what the reader of the report should know, empty for nothing
 */
public record Target(String id, Origin origin, Subject subject, Aim aim, Scope scope, Judging judging, String note) {

    /** Whether the catalogue gives no reason why it can never be judged. */
    public boolean canBeJudged() {
        return judging.cannotJudgeReason().isEmpty();
    }

    /**
     * Where the report says it.
     *
     * @param section {@code headline} or the number of the section, 1 to 11
     * @param place where it is said first
     * @param repeated where the same target is said again
     */
    public record Origin(String section, Passage place, List<Passage> repeated) {
        public Origin {
            repeated = List.copyOf(repeated);
        }
    }

    /** What it is about. */
    public record Subject(String indicatorCode, String chinese, String english) {}

    /**
     * What is to be reached.
     *
     * @param aspiration 力争, 争取: judged, and counted apart
     * @param figure null where the report has none
     * @param base the figure it starts from, as the report has it
     * @param stage how far a milestone must have come, as 完工; empty for all else, and where the report does not say
     */
    public record Aim(
            Modality modality,
            boolean aspiration,
            @Nullable Quantity figure,
            @Nullable Quantity base,
            Direction direction,
            String stage) {

        /** In short, as {@code ≥18万人}, and of a milestone the stage. */
        public String written() {
            if (!stage.isEmpty()) {
                return stage;
            }
            return Optional.ofNullable(figure)
                    .map(found -> modality.with(found.value().toPlainString(), found.unit()))
                    .orElseGet(modality::chinese);
        }
    }

    /** A number with its unit, both as the report has them. */
    public record Quantity(BigDecimal value, String unit) {}

    /** Which way is good. */
    public enum Direction {
        UP,
        DOWN,
        BOTH
    }

    /**
     * Whose target it is.
     *
     * @param member the code of the region or area, or the name of the group, enterprise or sector
     */
    public record Scope(Kind kind, String member) {

        /** What kind of thing has the target. */
        public enum Kind {
            REGION,
            AREA,
            GROUP,
            ENTERPRISE,
            SECTOR
        }
    }

    /**
     * How it is judged.
     *
     * @param tolerance null for none
     * @param toleranceReason why that much, empty without a tolerance
     * @param reportedBy the form its figure comes from, or {@code none}
     * @param cannotJudgeReason empty when it can be judged
     */
    public record Judging(
            Kind kind,
            Pace pace,
            @Nullable BigDecimal tolerance,
            String toleranceReason,
            String reportedBy,
            String cannotJudgeReason) {}

    /** What kind of figure is judged. */
    public enum Kind {
        VOLUME("总量"),
        LEVEL("水平"),
        GROWTH("增速"),
        RATIO("比率"),
        MEAN("各月平均"),
        INDEX("指数"),
        RANK("位次"),
        MILESTONE("节点"),
        RELATION("关系"),
        EXTERNAL("国家下达");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Which pace decides: the share of the year gone by, last year's share at the same month, both or none. */
    public enum Pace {
        TIME("时间进度"),
        PROFILE("上年进度"),
        BOTH("两种进度"),
        NONE("");

        private final String chinese;

        Pace(String chinese) {
            this.chinese = chinese;
        }

        /** Empty for none. */
        public String chinese() {
            return chinese;
        }
    }
}
