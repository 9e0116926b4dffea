package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import mengshi.jobs.WaitingFiles;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import mengshi.warehouse.Marts;

/** Fills an inbox with synthetic submissions, once: never beside a league's own files, and never a second time. */
final class SampleInbox {

    /** The samples that the documentation speaks of. */
    static final long SEED = 1;

    private final Program program;
    private final Marts marts;

    SampleInbox(Program program, Workplace workplace) {
        this.program = program;
        this.marts = workplace.marts();
    }

    static SampleSubmissions samples(Seeds seeds) {
        return SampleSubmissions.of(seeds, SEED, SampleSubmissions.FIRST, SampleSubmissions.LAST);
    }

    /** @throws WrongUsage if other files lie in the inbox */
    void fill(Path inbox) throws IOException {
        if (!marts.states().isEmpty()) {
            return;
        }
        write(samples(program.settings().seeds()), inbox);
    }

    /**
     * Writes the samples.
     *
     * @throws WrongUsage if other files lie in the inbox
     */
    static void write(SampleSubmissions samples, Path inbox) throws IOException {
        Set<String> ours = samples.files().stream().map(SampleFile::name).collect(Collectors.toSet());
        for (String name : WaitingFiles.in(inbox).names()) {
            if (!ours.contains(name)) {
                throw new WrongUsage(
                        "The inbox already holds files of its own, such as " + name + " · " + inbox,
                        "take them in with `mengshi nightly`, or name an empty folder");
            }
        }
        samples.writeTo(inbox);
    }
}
