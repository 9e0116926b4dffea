package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import mengshi.jobs.JobRuns;
import mengshi.jobs.WaitingFiles;
import mengshi.model.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = {
            "The whole way: finish an unfinished run, then receive, read, check, publish and judge what is new.",
            "Ends with 0 when nothing was new or nothing was found, with 3 when submissions were held or rejected."
        })
final class NightlyCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "Take in the files of this folder. Default: inbox in MENGSHI_HOME.")
    private @Nullable Path inbox;

    @Option(
            names = "--period",
            paramLabel = "P",
            description = "Take only submissions of this period, such as 2025-06.")
    private @Nullable Period period;

    @Option(
            names = "--sample",
            description = "First fill the inbox with synthetic submissions; only while nothing was ever received.")
    private boolean sample;

    @Option(names = "--dry-run", description = "Tell what would be done; move and write nothing.")
    private boolean dryRun;

    NightlyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = folder();
        if (dryRun) {
            return tell(folder);
        }
        try (Workplace workplace = Workplace.open(program, output, "nightly")) {
            if (sample) {
                new SampleInbox(program, workplace).fill(folder);
            }
            List<JobRuns.Ended> ended = workplace.runs().nightly(folder, period);
            return new RunReport(program, output, workplace).print(ended, "Nothing new.", Optional.of("nightly"));
        }
    }

    private Path folder() {
        if (inbox == null) {
            return program.settings().home().inbox();
        }
        Path folder = program.folder().resolve(inbox).normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage("There is no folder " + folder, "name the one your workbooks lie in");
        }
        return folder;
    }

    private int tell(Path folder) throws IOException {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        if (Program.isMissing(program.settings().database())) {
            document.put("unfinished_run", null);
            document.put("new_files", WaitingFiles.in(folder).count());
            document.put("waiting", 0);
            document.put("catalogue_changed", false);
        } else {
            try (Workplace workplace = Workplace.look(program, output)) {
                JobRuns.Work work = workplace.runs().work(folder);
                document.put(
                        "unfinished_run",
                        work.unfinished().map(run -> (Object) run.runId()).orElse(null));
                document.put("new_files", work.newFiles());
                document.put("waiting", work.waiting());
                document.put("catalogue_changed", work.catalogueChanged());
            }
        }
        output.print(
                program,
                document,
                List.of(
                        "would finish run    "
                                + (document.get("unfinished_run") == null ? "-" : document.get("unfinished_run")),
                        "would receive       " + document.get("new_files") + " files from " + folder,
                        "would take up again " + document.get("waiting") + " submissions",
                        "targets changed     " + document.get("catalogue_changed")));
        return Exit.DONE.code();
    }
}
