package mengshi.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.operations.Setting;
import mengshi.operations.Settings.Effective;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Show every setting: what is in force, where that comes from, what it means. Passwords are never"
                + " shown, only the files they stand in.")
final class ConfigCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    ConfigCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<Effective> settings = program.settings().all();
        output.print(
                program,
                settings.stream().map(ConfigCommand::columns).toList(),
                settings.stream().flatMap(one -> lines(one).stream()).toList());
        return Exit.DONE.code();
    }

    private static Map<String, Object> columns(Effective one) {
        Setting setting = one.setting();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", setting.variable());
        row.put("value", one.value());
        row.put("source", small(one.source()));
        row.put("default", setting.standard());
        row.put("allowed", setting.allowed());
        row.put("meaning", setting.meaning());
        row.put("consequence", setting.consequence());
        return row;
    }

    private static List<String> lines(Effective one) {
        Setting setting = one.setting();
        String standard = setting.standard().isEmpty() ? "nothing" : setting.standard();
        return List.of(
                setting.variable() + "=" + one.value() + "  (" + small(one.source()) + ")",
                "    " + setting.meaning() + ".",
                "    Allowed: " + setting.allowed() + ". Default: " + standard + ". " + setting.consequence() + ".");
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
