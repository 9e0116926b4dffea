package mengshi.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.warehouse.ServerCheck;

/** What the server must offer: its version, its durability, its clock, and to each login what it needs and no more. */
public final class ServerChecks {

    private static final int OLDEST = 150000;
    private static final Duration APART = Duration.ofSeconds(60);
    private static final int SHOWN = 5;

    private final Database database;
    private final Settings settings;
    private final Clock clock;
    private final ServerCheck loader;

    public ServerChecks(Database database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.loader = new ServerCheck(database.as(Login.LOADER));
    }

    /** What can be asked of any server, laid out or not. */
    public List<Check> ofServer() {
        return List.of(
                Check.of("server", "mengshi db status", this::server),
                Check.of("durability", "mengshi db status", this::durability),
                Check.of("roles", "mengshi db status", this::roles),
                Check.of("clock", "timedatectl set-ntp true", this::clock),
                Check.of("zone", "write such as Asia/Shanghai in jobs/*.yaml", this::zone));
    }

    /** What the logins need of the tables that are there. */
    public List<Check> ofRights() {
        return List.of(
                Check.of("owner rights", "mengshi db status", this::owned),
                Check.of("loader means", "mengshi db migrate", () -> lacking(Login.LOADER)),
                Check.of("reader means", "mengshi db migrate", () -> lacking(Login.READER)));
    }

    private Optional<Check.Complaint> server() {
        ServerCheck.Standing standing = loader.standing();
        List<String> wrong = new ArrayList<>();
        if (standing.versionNumber() < OLDEST) {
            wrong.add("it is older than PostgreSQL 15");
        }
        if (!standing.encoding().equals("UTF8")) {
            wrong.add("its encoding is " + standing.encoding() + ", not UTF8");
        }
        if (standing.standby()) {
            wrong.add("it is a standby");
        }
        if (standing.readOnly().equals("on")) {
            wrong.add("default_transaction_read_only is on");
        }
        return Check.wrongIf(
                !wrong.isEmpty(),
                "The server cannot keep our data: " + String.join(", ", wrong),
                "point MENGSHI_DB_URL to a primary server of PostgreSQL 15 or newer in UTF8, or: alter database … set"
                        + " default_transaction_read_only = off");
    }

    private Optional<Check.Complaint> durability() {
        ServerCheck.Standing standing = loader.standing();
        List<String> off = new ArrayList<>();
        if (standing.fsync().equals("off")) {
            off.add("fsync");
        }
        if (standing.fullPageWrites().equals("off")) {
            off.add("full_page_writes");
        }
        if (standing.synchronousCommit().equals("off")) {
            off.add("synchronous_commit");
        }
        return Check.wrongIf(
                !off.isEmpty(),
                "What is committed may be lost in a power cut: " + String.join(", ", off) + " off",
                "as the server's operator: alter system set " + String.join(" = on; alter system set ", off)
                        + " = on; select pg_reload_conf()");
    }

    private Optional<Check.Complaint> roles() {
        List<String> mighty = new ArrayList<>();
        for (Login login : Login.values()) {
            List<String> powers = new ServerCheck(database.as(login)).powers();
            if (!powers.isEmpty()) {
                mighty.add(login.name().toLowerCase(Locale.ROOT) + " (" + String.join(", ", powers) + ")");
            }
        }
        return Check.wrongIf(
                !mighty.isEmpty(),
                "Logins have power over the whole server: " + String.join(", ", mighty),
                "as the server's operator: alter role … nosuperuser nocreaterole nocreatedb noreplication nobypassrls");
    }

    private Optional<Check.Complaint> clock() {
        Instant server = loader.standing().now();
        Duration apart = Duration.between(clock.instant(), server).abs();
        return Check.wrongIf(
                apart.compareTo(APART) > 0,
                "This machine's clock and the server's are " + apart.toSeconds()
                        + " s apart; due days and periods go by" + " this machine's",
                "timedatectl set-ntp true, on both machines");
    }

    private Optional<Check.Complaint> zone() throws IOException {
        Instant now = clock.instant();
        for (JobFile job : JobFile.all(settings.jobs())) {
            int ours = job.zone().getRules().getOffset(now).getTotalSeconds();
            int theirs = loader.offset(job.zone().getId(), now);
            if (ours != theirs) {
                return Optional.of(new Check.Complaint(
                        job.name() + ".yaml names the zone " + job.zone().getId() + ": for Java UTC" + hours(ours)
                                + ", for the server UTC" + hours(theirs),
                        "write a zone by its place, such as Asia/Shanghai, in jobs/" + job.name() + ".yaml"));
            }
        }
        return Check.fine();
    }

    private static String hours(int seconds) {
        return String.format(Locale.ROOT, "%+d:%02d", seconds / 3600, Math.abs(seconds / 60 % 60));
    }

    private Optional<Check.Complaint> owned() {
        List<String> foreign = new ServerCheck(database.as(Login.OWNER)).notOwned();
        return Check.wrongIf(
                !foreign.isEmpty(),
                "They do not belong to the owner, and migrations cannot change them: " + some(foreign),
                "as the server's operator: alter table " + first(foreign) + " owner to the owner's role; and so on");
    }

    private Optional<Check.Complaint> lacking(Login login) {
        String name = login.name().toLowerCase(Locale.ROOT);
        List<String> lacking = new ServerCheck(database.as(login)).lacking(name);
        return Check.wrongIf(
                !lacking.isEmpty(),
                "The " + name + " may not do its work: " + lacking.size() + " rights are missing",
                "as the owner: " + some(lacking));
    }

    private static String some(List<String> all) {
        return String.join("; ", all.subList(0, Math.min(SHOWN, all.size()))) + (all.size() > SHOWN ? "; …" : "");
    }

    private static String first(List<String> all) {
        return all.isEmpty() ? "" : all.get(0);
    }
}
