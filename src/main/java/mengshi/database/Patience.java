package mengshi.database;

import java.time.Duration;
import java.util.Properties;

/**
 * How long is waited for the server before work is given up, to go on later.
 *
 * @param connect for a connection
 * @param statement for a single statement; the server ends it, and where the server is silent we do, a little later
 * @param lock for a row or table that somebody else holds
 * @param idle the server ends a transaction in which nothing was asked for so long, so that a program that hangs does not
 *     hold its rows for ever; a group of files is read within one transaction
 */
public record Patience(Duration connect, Duration statement, Duration lock, Duration idle) {

    /** What holds unless it is set otherwise. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofSeconds(60), Duration.ofHours(1));

    /** A server that vanished is noticed after a minute, and the server then lets go of a machine that did. */
    private static final String KEEPALIVE =
            "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    private static final long SILENCE_SECONDS = 15;

    /** As the driver and the server's session are told. */
    Properties properties(String moreOptions) {
        Properties properties = session(moreOptions);
        properties.setProperty("socketTimeout", String.valueOf(statement.toSeconds() + SILENCE_SECONDS));
        properties.setProperty(
                "options",
                properties.getProperty("options") + " -c statement_timeout=" + statement.toSeconds()
                        + "s -c lock_timeout=" + lock.toSeconds() + "s -c idle_in_transaction_session_timeout="
                        + idle.toSeconds() + "s " + moreOptions);
        return properties;
    }

    /** What every connection is told, however long its statements take. */
    static Properties session(String moreOptions) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "mengshi");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketFactory", WatchedSockets.class.getName());
        properties.setProperty("options", KEEPALIVE + " " + moreOptions);
        return properties;
    }
}
