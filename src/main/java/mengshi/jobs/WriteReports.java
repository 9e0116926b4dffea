package mengshi.jobs;

import java.io.IOException;
import mengshi.files.DurableFiles;
import mengshi.model.Period;
import mengshi.report.Edition;
import mengshi.report.Language;
import mengshi.report.LeadersBrief;
import mengshi.report.Scorecard;
import mengshi.report.ScorecardPage;
import mengshi.report.ScorecardWorkbook;
import mengshi.report.Scorecards;
import mengshi.warehouse.Judging;
import mengshi.warehouse.Marts;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the scorecard of every period the run judged: a page and a brief to read and print, a workbook, rows, and a document
 * for programs. */
final class WriteReports implements Tasklet {

    private final JobResources resources;

    WriteReports(JobResources resources) {
        this.resources = resources;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        long runId = RunContext.of(contribution.getStepExecution()).runId();
        Scorecards scorecards = new Scorecards(new Marts(resources.reader()));
        for (String period : new Judging(resources.loader(), resources.clock()).periods(runId)) {
            Scorecard scorecard = scorecards.of(Period.of(period), null);
            String name = "scorecard-" + period;
            Edition edition = scorecards.edition(scorecard, Language.CHINESE);
            write(runId, name + ".html", new ScorecardPage(edition).html());
            write(runId, "brief-" + period + ".html", new LeadersBrief(edition).html());
            write(runId, name + ".xlsx", new ScorecardWorkbook(edition).xlsx());
            write(runId, name + ".csv", scorecard.csv());
            write(runId, name + ".json", scorecard.json());
            contribution.incrementReadCount();
        }
        return RepeatStatus.FINISHED;
    }

    private void write(long runId, String name, byte[] content) throws IOException {
        resources.requireOurs(runId);
        DurableFiles.write(resources.reports().resolve(name), content);
    }
}
