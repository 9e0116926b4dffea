package mengshi.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a project is, as coded text; the words reporters use for it. */
enum Stage {
    NOT_STARTED("未开工", "尚未开工", "未启动", "未开始"),
    STARTED("开工", "已开工", "新开工"),
    UNDER_CONSTRUCTION("在建", "续建", "建设中", "正在建设", "施工中"),
    COMPLETED("完工", "已完工", "建成", "已建成", "竣工", "已竣工"),
    ACCEPTED("验收", "已验收", "通过验收", "验收通过", "已通过验收");

    private final List<String> words;

    Stage(String... words) {
        this.words = List.of(words);
    }

    /** The text that is stored. */
    String text() {
        return words.get(0);
    }

    /** All texts that are stored, as people list them. */
    static String texts() {
        return Stream.of(values()).map(Stage::text).collect(Collectors.joining("、"));
    }

    static Optional<Stage> of(String written) {
        String bare = Label.bare(written);
        for (Stage stage : values()) {
            if (stage.words.contains(bare)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
