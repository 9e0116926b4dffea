package mengshi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.cli.Shell.Ended;

/**
 * An example out of a command's help.
 *
 * @param command its name, such as {@code db status}
 * @param arguments as the shell would part them
 */
record TypedExample(String line, String command, List<String> arguments) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static TypedExample of(String line) {
        String typed = line.replaceFirst("^.*?\\bmengshi ", "").replaceFirst(" > \\S+$", "");
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(typed);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        String command = Examples.typed(Mengshi.commandLine(Program.real()), line)
                .getCommandSpec()
                .qualifiedName()
                .replaceFirst("^mengshi ", "");
        return new TypedExample(line, command, List.copyOf(words));
    }

    Ended by(Shell shell, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return shell.run(all.toArray(String[]::new));
    }
}
