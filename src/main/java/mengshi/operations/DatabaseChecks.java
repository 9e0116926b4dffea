package mengshi.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.files.Shelves;
import mengshi.warehouse.ReferenceData;
import mengshi.warehouse.Rows;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import mengshi.warehouse.SelfCheck;
import mengshi.warehouse.ServerCheck;

/** What must hold in the database and between it and the files. */
public final class DatabaseChecks {

    private static final String MIGRATE = "mengshi db migrate";

    private final Database database;
    private final Settings settings;
    private final Clock clock;
    private final int files;
    private final KeptFiles store;

    /** @param files how many files of the store are read again */
    public DatabaseChecks(Database database, Settings settings, Clock clock, int files) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.files = files;
        this.store = new KeptFiles(settings.home().store());
    }

    /** First the version; the others only mean something once it is right. */
    public Check migrations() {
        return Check.of("migrations", MIGRATE, () -> {
            List<String> pending = database.pendingMigrations();
            return Check.wrongIf(
                    !pending.isEmpty(),
                    pending.size() + " changes of the schema are not in the database: " + String.join(", ", pending),
                    MIGRATE);
        });
    }

    public List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(rights("loader rights", () -> SelfCheck.beyondLoader(database.as(Login.LOADER))));
        checks.add(rights("reader rights", () -> SelfCheck.beyondReader(database.as(Login.READER))));
        checks.add(rights("responder rights", () -> SelfCheck.beyondResponder(database.as(Login.RESPONDER))));
        checks.add(Check.of("seeds loaded", "mengshi nightly", this::seeds));
        checks.add(Check.of("publications", "set the clock right", this::publications));
        checks.add(Check.of("runs", "mengshi rerun", this::runs));
        checks.add(Check.of("store", "restore the store from a backup", this::files));
        checks.add(Check.of("archive", "let this user read the store", this::archive));
        for (String rule : SelfCheck.RULES) {
            checks.add(Check.of(rule.replace('_', ' '), "keep the log and ask the developers", () -> rule(rule)));
        }
        return checks;
    }

    private static Check rights(String name, java.util.concurrent.Callable<List<String>> question) {
        String whatToDo = "revoke it; `mengshi db migrate` sets the rights the program needs";
        return Check.of(name, whatToDo, () -> {
            List<String> beyond = question.call();
            return Check.wrongIf(
                    !beyond.isEmpty(), "The login may do more than it should: " + String.join(", ", beyond), whatToDo);
        });
    }

    private Optional<Check.Complaint> seeds() {
        List<String> stale =
                new ReferenceData(database.as(Login.LOADER), settings.seeds(), settings.targetYear()).stale();
        return Check.wrongIf(
                !stale.isEmpty(),
                "The seed files say something else than what is loaded: " + String.join(", ", stale),
                "mengshi nightly loads them");
    }

    private Optional<Check.Complaint> runs() {
        Optional<Run> unfinished = new Runs(database.as(Login.LOADER), clock).unfinished();
        return unfinished
                .filter(run -> !database.isLocked("facts", Login.LOADER))
                .map(run -> new Check.Complaint(
                        "Run " + run.runId() + " did not end (" + run.status() + ")", "mengshi rerun " + run.runId()));
    }

    /** Publications follow each other whatever the clock says; what was known at a moment is only true if the clock was. */
    private Optional<Check.Complaint> publications() {
        return SelfCheck.lastClosing(database.as(Login.LOADER))
                .filter(closed -> closed.isAfter(clock.instant()))
                .map(closed -> new Check.Complaint(
                        "The last publication is dated " + closed
                                + ", which has not come yet: this machine's clock was put back",
                        "set the clock right; until then `--as-known` shows what came after that publication only under"
                                + " its date"));
    }

    private Optional<Check.Complaint> files() {
        List<String> spoilt = new ArrayList<>();
        for (String sha256 : SelfCheck.someStoredFiles(database.as(Login.LOADER), files)) {
            switch (store.of(sha256)) {
                case OK -> {}
                case MISSING -> spoilt.add(sha256 + " is missing");
                case CHANGED -> spoilt.add(sha256 + " has changed");
            }
        }
        return Check.wrongIf(!spoilt.isEmpty(), String.join(", ", spoilt), "restore the store from a backup");
    }

    /** A file is kept before it is registered; one that nobody registered after that was left by a crash, or put there. */
    private Optional<Check.Complaint> archive() throws IOException {
        List<String> unknown = new ServerCheck(database.as(Login.LOADER)).unknown(store.fingerprints());
        if (unknown.isEmpty()) {
            return Check.fine();
        }
        Path first = new Shelves(settings.home().store()).place(unknown.get(0));
        return Optional.of(new Check.Complaint(
                unknown.size() + " files of the store were never registered, such as " + first,
                "cp " + first + " " + settings.home().inbox().resolve(unknown.get(0) + ".xlsx")
                        + " && mengshi nightly; what it is, the receipt says"));
    }

    private Optional<Check.Complaint> rule(String rule) {
        Rows offenders = SelfCheck.offenders(database.as(Login.LOADER), rule);
        return Check.wrongIf(
                !offenders.isEmpty(),
                "It does not hold that: " + SelfCheck.sentence(rule) + " " + offenders.rows(),
                "keep the log and ask the developers; nothing was changed");
    }
}
