package mengshi.targets;

import java.util.Optional;

/**
 * A result of the year before, as the report gives it.
 *
 * @param id for example {@code A2024-0308}: the eighth figure of the third paragraph
 * @param kind what kind of figure it is; last year has no milestones
 * @param targetId the target that starts from it, empty for none
 * @param note what the reader of the report should know, empty for nothing
 */
public record Actual(
        String id,
        Passage place,
        Subject subject,
        Figure figure,
        Target.Kind kind,
        Target.Scope scope,
        Optional<String> targetId,
        String note) {

    /**
     * What it is about.
     *
     * @param indicatorCode empty where no form reports it
     */
    public record Subject(Optional<String> indicatorCode, String chinese) {}

    /**
     * How much it was.
     *
     * @param qualifier 左右, 超, 近 and the like: the figure is not the exact one
     * @param preliminary 预计, 有望: the year was not over when it was written
     */
    public record Figure(Modality qualifier, boolean preliminary, Target.Quantity quantity) {

        /** In short, as {@code >5300亿元}. */
        public String written() {
            return qualifier.with(quantity.value().toPlainString(), quantity.unit());
        }
    }
}
