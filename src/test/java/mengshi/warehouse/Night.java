package mengshi.warehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import mengshi.model.Reading;
import mengshi.validation.RuleBook;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One run, step by step as the nightly job takes them. */
final class Night {

    private final TestWarehouse warehouse;
    private final Run run;

    Night(TestWarehouse warehouse, Run run) {
        this.warehouse = warehouse;
        this.run = run;
    }

    long runId() {
        return run.runId();
    }

    Run run() {
        return run;
    }

    /** A file comes in whose bytes nobody has seen. */
    long receive(Draft draft) {
        String sha256 = UUID.randomUUID().toString();
        warehouse.store().put(sha256, draft.reading());
        return receive(sha256);
    }

    /** A file with these bytes comes in, on a path of its own. */
    long receive(String sha256) {
        register("/inbox/" + UUID.randomUUID(), sha256, TestWarehouse.START);
        return warehouse
                .owner()
                .sql("select max(submission_id) from ops.submission")
                .query(Long.class)
                .single();
    }

    Arrivals.Registration register(String path, String sha256, Instant modified) {
        return new Arrivals(warehouse.loader(), warehouse.clock())
                .register(
                        List.of(new Arrivals.SeenFile(
                                new Arrivals.Lying(path, 1, modified),
                                path.substring(path.lastIndexOf('/') + 1),
                                sha256)),
                        run.runId(),
                        run.readWith())
                .get(0);
    }

    Night read() {
        Manifest manifest = new Manifest(warehouse.loader());
        manifest.freeze(run.runId(), run.readWith(), 2);
        Staging staging = new Staging(warehouse.loader());
        for (int partition : manifest.partitions(run.runId())) {
            List<Staging.Read> reads = new ArrayList<>();
            for (Manifest.Item item : manifest.nextGroup(run.runId(), partition, Integer.MAX_VALUE)) {
                Reading reading = Optional.ofNullable(warehouse.store().get(item.fileSha256()))
                        .orElseThrow();
                reads.add(new Staging.Read(item, reading));
            }
            staging.keep(run, reads, null);
        }
        return this;
    }

    Night check() {
        return check(warehouse.loader());
    }

    /**
     * Every part in a transaction of its own, as the job has them.
     *
     * @param loader the loader's connections, perhaps listened to
     */
    Night check(DataSource loader) {
        Checking checking = new Checking(loader, warehouse.clock());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(loader));
        List<Runnable> parts = new ArrayList<>();
        parts.add(() -> checking.prepare(run.runId()));
        warehouse.editTypes().stream()
                .filter(type -> !type.looksAtOthers())
                .forEach(type -> parts.add(() -> checking.run(run.runId(), type.name())));
        parts.add(() -> checking.settleLevels(run.runId()));
        warehouse.editTypes().stream()
                .filter(RuleBook.EditType::looksAtOthers)
                .forEach(type -> parts.add(() -> checking.run(run.runId(), type.name())));
        parts.add(() -> checking.record(run.runId()));
        parts.forEach(part -> transaction.executeWithoutResult(status -> part.run()));
        return this;
    }

    Night publish() {
        Publishing publishing = publishing();
        if (publishing.open(run)) {
            while (publishing.publishGroup(run.runId(), 100)) {
                continue;
            }
            publishing.close(run.runId());
        }
        return this;
    }

    Publishing publishing() {
        return new Publishing(warehouse.loader(), warehouse.clock());
    }

    Night judge() {
        Judging judging = new Judging(warehouse.loader(), warehouse.clock());
        long publication = publishing().publicationOf(run.runId()).orElseThrow();
        judging.plan(run.runId(), publication, false);
        Optional<Judging.JudgedPeriod> next = judging.next(run.runId());
        while (next.isPresent()) {
            judging.judge(run.runId(), publication, next.get());
            next = judging.next(run.runId());
        }
        judging.close(run.runId());
        return this;
    }

    Night end() {
        new Runs(warehouse.loader(), warehouse.clock()).end(run.runId(), 1, "COMPLETED", null);
        return this;
    }

    /** Reads, checks and publishes what has come in. */
    Night go() {
        return read().check().publish().end();
    }
}
