package mengshi.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Commands as they are typed, for the help of each; after a night on samples all of them work. FINDING stands for an id, which
 * is another one in each database.
 */
final class Examples {

    private static final String PROGRAM = "mengshi";

    /** What the shell is told before the program's name belongs to the line. */
    private static final String TYPED = """
            mengshi nightly
            mengshi nightly --sample
            mengshi nightly --inbox submissions --period 2025-06
            mengshi nightly --dry-run
            mengshi run nightly period=2025-06
            mengshi run backfill inbox=history form=NM-H01
            mengshi rerun
            mengshi rerun 1 --dry-run
            mengshi stop 1
            mengshi status
            mengshi runs --last 5
            mengshi show 1
            mengshi submissions --area 呼市 --period 2025-06
            mengshi submissions --run 1 --state held
            mengshi due --all
            mengshi findings --severity error
            mengshi findings --area 通辽市 --period 2025-03 --state open
            mengshi explain FINDING
            mengshi explain FINDING --text "景区免票，收入口径已调整" --by 张三
            mengshi waive FINDING --reason "分行业四舍五入，已核对台账" --by 张三
            mengshi quality --year 2025 --area 乌海市
            mengshi quality --year 2025 --area 乌海市 --html quality.html
            mengshi scorecard --period 2025-06
            mengshi scorecard --html scorecard.html --language en
            mengshi scorecard --period 2025-05 --csv scorecard.csv
            mengshi trace T2025-H05 --period 2025-06
            mengshi trace --area 呼市 --indicator FAI --period 2025-06 --measure YTD
            mengshi diff --period 2025-06 --from 2025-07-01
            mengshi targets list --section headline
            mengshi targets audit --report report.txt
            mengshi targets results -o results/2024.xlsx
            mengshi rules list --form NM-M01 --type balance
            mengshi rules test
            mengshi rules coverage
            mengshi rules try edit.csv --period 2025-06
            mengshi form list
            mengshi form write NM-M01 --area 呼市 --period 2025-07 -o form.xlsx
            mengshi sample --defects
            mengshi sample --year 2025 --seed 2 --inbox samples
            mengshi export validation-report 1
            mengshi export findings --period 2025-06 -o findings.csv
            mengshi export sdmx --period 2025-06 -o exchange
            mengshi sql "select area_name, count(*) from observation group by area_name"
            mengshi schedule
            mengshi schedule print --systemd
            mengshi schedule print --cron
            mengshi db start
            mengshi db status
            mengshi db url
            mengshi db migrate
            mengshi db stop
            mengshi backup backup-2025-07-20
            MENGSHI_HOME=restored mengshi restore backup-2025-07-20
            mengshi doctor
            mengshi doctor --all
            mengshi config
            mengshi completion > mengshi.bash
            """;

    private Examples() {}

    static List<String> all() {
        return TYPED.lines().toList();
    }

    /** Puts each line into the help of the command that it types. */
    static void addTo(CommandLine program) {
        for (String line : all()) {
            UsageMessageSpec help = typed(program, line).getCommandSpec().usageMessage();
            String[] before = help.footer();
            String[] footer = Arrays.copyOf(before, before.length + 1);
            // Help is a format, in which a percent sign stands for more than itself.
            footer[before.length] = "  " + line.replace("%", "%%");
            help.footerHeading("%nExamples:%n").footer(footer);
        }
    }

    /** The command that a line types. */
    static CommandLine typed(CommandLine program, String line) {
        CommandLine command = program;
        boolean isNamed = false;
        for (String word : line.split(" ")) {
            CommandLine next = command.getSubcommands().get(word);
            if (isNamed && next == null) {
                return command;
            }
            command = next == null ? command : next;
            isNamed |= word.equals(PROGRAM);
        }
        return command;
    }
}
