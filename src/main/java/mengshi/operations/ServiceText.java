package mengshi.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A job told to another clock, with everything it needs: such a clock starts it without the operator's environment.
 *
 * @param user as whom it runs; whoever asks is who can read the home
 * @param folder the working folder, from which relative paths of the settings go
 * @param settings those that differ from their defaults, as {@code NAME=value}
 * @param launcher what is typed to start the program
 */
public record ServiceText(String user, Path folder, List<String> settings, String launcher) {

    /** A run ends by itself at the job's timeout; only one that hangs is ended from outside. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    public ServiceText {
        settings = List.copyOf(settings);
    }

    /** The home, and what the operator's environment says. */
    public static List<String> told(Settings settings) {
        List<String> told = new ArrayList<>();
        told.add(Setting.MENGSHI_HOME.variable() + "=" + settings.home().root());
        settings.all().stream()
                .filter(one -> one.source() == Settings.Source.ENVIRONMENT && one.setting() != Setting.MENGSHI_HOME)
                .forEach(one -> told.add(one.setting().variable() + "=" + one.value()));
        return told;
    }

    /** A service and a timer for systemd. */
    public List<String> units(JobFile job, String onCalendar) {
        String name = "mengshi-" + job.name();
        List<String> lines = new ArrayList<>(List.of(
                "# /etc/systemd/system/" + name + ".service",
                "[Unit]",
                "Description=" + unspecified(job.purpose()),
                "",
                "[Service]",
                "Type=oneshot",
                "User=" + unspecified(user),
                "WorkingDirectory=" + unspecified(folder.toString())));
        settings.forEach(setting -> lines.add("Environment=" + quoted(setting)));
        lines.addAll(List.of(
                "ExecStart=" + quoted(launcher).replace("$", "$$") + " " + job.name(),
                "# 3: done, and something was found.",
                "SuccessExitStatus=3",
                "TimeoutStartSec=" + job.longest().plus(GRACE).toSeconds(),
                "# Asked to stop, the run does so at its next commit; the embedded database stops after it.",
                "KillMode=mixed",
                "TimeoutStopSec=30",
                "",
                "# /etc/systemd/system/" + name + ".timer",
                "[Unit]",
                "Description=" + unspecified(job.purpose()),
                "",
                "[Timer]",
                "OnCalendar=" + onCalendar + " " + job.zone().getId(),
                "# A time missed while the machine was off is made up for once.",
                "Persistent=true",
                "",
                "[Install]",
                "WantedBy=timers.target"));
        return lines;
    }

    /** Lines of a crontab. */
    public List<String> crontab(JobFile job, String times) {
        StringBuilder command = new StringBuilder("cd " + shell(folder.toString()) + " &&");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            command.append(' ').append(parts[0]).append('=').append(shell(parts[1]));
        }
        command.append(' ').append(shell(launcher)).append(' ').append(job.name());
        return List.of(
                "# " + job.purpose(),
                "# cronie knows CRON_TZ; for any other cron the machine itself must be in that zone.",
                "CRON_TZ=" + job.zone().getId(),
                // A bare percent sign ends the command for cron.
                times + " " + command.toString().replace("%", "\\%"));
    }

    /** systemd puts something else in the place of a percent sign. */
    private static String unspecified(String text) {
        return text.replace("%", "%%");
    }

    private static String quoted(String text) {
        return '"' + unspecified(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String shell(String text) {
        return text.matches("[\\w@+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
