package mengshi.bench;

import java.io.IOException;
import java.sql.SQLException;

/** What lies in the database after a contender: a count and a sum of hashes over all rows, in any order. */
final class Truth {

    private static final String FINGERPRINT = """
            select count(*) || ' rows, ' || coalesce(sum(hashtextextended(
                concat_ws('|', area, indicator, period, measure, trim_scale(value)), 0)::numeric), 0)
            from (%s) as rows
            """;
    private static final String OURS = """
            select area_code as area, period, measure, value,
                case when form_code like 'BN-%' then indicator_code
                    else indicator_code || '@' || form_code end as indicator
            from mart.observation
            """;

    /** One row a figure, as the peers' table takes them: of an area's two forms the figures may differ. */
    static final String FLAT = """
            select area_code, indicator_code || '@' || form_code, period, measure, value
            from mart.observation
            """;

    private Truth() {}

    static String of(Contender.Database database, Server server) throws SQLException {
        return switch (database) {
            case MENGSHI -> server.query("mengshi", FINGERPRINT.formatted(OURS));
            case PEERS -> server.query("peers", FINGERPRINT.formatted("table observation"));
        };
    }

    static void check(String expected, Contender contender, Server server) throws SQLException, IOException {
        String found = of(contender.database(), server);
        if (!found.equals(expected)) {
            throw new IOException(contender.name() + " loaded other rows: " + found + " instead of " + expected);
        }
    }
}
