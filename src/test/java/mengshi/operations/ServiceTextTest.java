package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths have blanks, signs that mean something to somebody, and Chinese characters. */
class ServiceTextTest {

    @TempDir
    private Path folder;

    @Test
    void what_differs_from_the_defaults_is_told_and_the_home_always() {
        Settings settings = Settings.of(
                Map.of("MENGSHI_THREADS", "4", "PATH", "/bin", "MENGSHI_CONFIG", conf().toString()), folder);

        assertThat(ServiceText.told(settings))
                .containsExactly(
                        "MENGSHI_HOME=" + folder.resolve("from the file"),
                        "MENGSHI_CONFIG=" + conf(),
                        "MENGSHI_THREADS=4");
    }

    @Test
    void units_name_everything_a_clock_does_not_know() throws IOException {
        List<String> units = text("a 100% \"sure\" \\ $home").units(nightly(), "*-*-* 02:30:00");

        assertThat(units)
                .contains(
                        "User=statistician",
                        "WorkingDirectory=/srv/盟市 100%%",
                        "Environment=\"MENGSHI_HOME=a 100%% \\\"sure\\\" \\\\ $home\"",
                        "ExecStart=\"/opt/meng shi/$$x/jobs/mengshi\" nightly",
                        "SuccessExitStatus=3",
                        "TimeoutStartSec=11700",
                        "KillMode=mixed",
                        "OnCalendar=*-*-* 02:30:00 Asia/Shanghai",
                        "Persistent=true");
    }

    @Test
    void a_crontab_line_is_understood_by_cron_and_then_by_the_shell() throws Exception {
        Path launcher = folder.resolve("it's mengshi");
        Files.writeString(launcher, "#!/bin/sh\npwd; echo \"$MENGSHI_HOME\"; echo \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        String home = "a 100% \"sure\" it's $home";
        ServiceText text = new ServiceText("u", folder, List.of("MENGSHI_HOME=" + home), launcher.toString());

        List<String> crontab = text.crontab(nightly(), "30 2 * * *");
        String line = crontab.get(crontab.size() - 1);

        assertThat(crontab).contains("CRON_TZ=Asia/Shanghai");
        assertThat(line).startsWith("30 2 * * * cd ").contains("100\\%");
        String command = line.substring("30 2 * * * ".length()).replace("\\%", "%");
        assertThat(said("/bin/sh", "-c", command)).isEqualTo(folder + "\n" + home + "\nnightly\n");
    }

    @Test
    void systemd_finds_nothing_wrong_with_the_units() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "NOT PROVED: systemd is not installed");
        Path launcher = Files.createDirectories(folder.resolve("meng shi 100%")).resolve("mengshi");
        Files.writeString(launcher, "#!/bin/sh\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        ServiceText text =
                new ServiceText("root", folder, List.of("MENGSHI_HOME=a 100% \"sure\" \\ $home"), launcher.toString());

        Path service = folder.resolve("mengshi-nightly.service");
        Path timer = folder.resolve("mengshi-nightly.timer");
        String units = String.join("\n", text.units(nightly(), "Mon..Fri *-*-* 8..18:0/15:00"));
        int border = units.indexOf("# /etc/systemd/system/mengshi-nightly.timer");
        Files.writeString(service, units.substring(0, border));
        Files.writeString(timer, units.substring(border));

        assertThat(said("/usr/bin/systemd-analyze", "verify", service.toString(), timer.toString()))
                .doesNotContain("mengshi-nightly");
    }

    private Path conf() {
        try {
            return Files.writeString(folder.resolve("mengshi.conf"), "MENGSHI_HOME=from the file\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServiceText text(String home) {
        return new ServiceText(
                "statistician",
                Path.of("/srv/盟市 100%"),
                List.of("MENGSHI_HOME=" + home),
                "/opt/meng shi/$x/jobs/mengshi");
    }

    private static JobFile nightly() throws IOException {
        return JobFile.all(Optional.empty()).stream()
                .filter(job -> job.name().equals("nightly"))
                .findFirst()
                .orElseThrow();
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
