package mengshi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All contenders on one workload, in turns, round by round; what was measured already is not measured again. */
final class Rounds {

    private final List<Contender> contenders;
    private final Server server;
    private final Nights nights;
    private final Ledger ledger;

    Rounds(List<Contender> contenders, Server server, Nights nights, Ledger ledger) {
        this.contenders = contenders;
        this.server = server;
        this.nights = nights;
        this.ledger = ledger;
    }

    Tally measure(Workload workload, int times) throws IOException, InterruptedException, SQLException {
        Tally tally = new Tally();
        server.reset();
        server.load(workload.rows());
        String truth = Truth.of(Contender.Database.PEERS, server);
        // Round 0 warms the disk's and the server's memory and is not counted, unless there is only one.
        for (int round = times == 1 ? 1 : 0; round <= times; round++) {
            for (Contender contender : contenders) {
                if (takesPart(contender, workload, times - round)) {
                    measure(workload, contender, round, truth, tally);
                }
            }
        }
        return tally;
    }

    /** @param roundsLeft after this one */
    private static boolean takesPart(Contender contender, Workload workload, int roundsLeft) {
        return contender.missing().isEmpty()
                && contender.suits().contains(workload.kind())
                && roundsLeft < contender.patience();
    }

    private void measure(Workload workload, Contender contender, int round, String truth, Tally tally)
            throws IOException, InterruptedException, SQLException {
        boolean ours = contender.database() == Contender.Database.MENGSHI;
        Optional<Meter.Reading> whole = ledger.reading(name(workload, contender.name(), round));
        if (whole.isEmpty()) {
            if (ours) {
                Nights.Night night = nights.first(workload, Integer.MAX_VALUE);
                Truth.check(truth, contender, server);
                whole = Optional.of(night.whole());
                if (night.loading().isPresent()) {
                    ledger.keep(
                            name(workload, Contender.LOADING, round),
                            night.loading().get());
                }
            } else {
                server.reset();
                whole = Optional.of(nights.meter(contender.commands().of(workload, server), contender.good()));
                Truth.check(truth, contender, server);
            }
            ledger.keep(name(workload, contender.name(), round), whole.get());
        }
        Optional<Meter.Reading> loading =
                ours ? ledger.reading(name(workload, Contender.LOADING, round)) : Optional.empty();
        if (round > 0) {
            loading.ifPresent(reading -> tally.add(Contender.LOADING, round, reading));
            tally.add(contender.name(), round, whole.get());
        }
        loading.ifPresent(reading -> tell(workload, Contender.LOADING, round, reading));
        tell(workload, contender.name(), round, whole.get());
    }

    private static String name(Workload workload, String contender, int round) {
        return workload.layout() + " " + workload.files() + " " + contender + " " + round;
    }

    private static void tell(Workload workload, String contender, int round, Meter.Reading reading) {
        System.err.printf(
                Locale.ROOT,
                "%s round %d  %-28.28s cpu %7d ms (process %d, server %d)  wall %7d ms  peak %d MB%n",
                workload.layout(),
                round,
                contender,
                reading.cpuMillis(),
                10 * reading.processTicks(),
                10 * reading.serverTicks(),
                reading.wallMillis(),
                reading.peakKilobytes() >> 10);
    }
}
