package mengshi.warehouse;

import javax.sql.DataSource;

/**
 * What tells from outside whether the work goes well.
 *
 * @param jobs a row for each job that ever ran: {@code job}, {@code is_good}, {@code started_at} and {@code last_good_at} in
 *     seconds since 1970, {@code seconds}, {@code files} and {@code facts} of its last run, {@code completed} and
 *     {@code unfinished} runs
 * @param steps a row for each step of each job's last run: {@code job}, {@code step}, {@code seconds}, {@code items}
 * @param submissions {@code state}, {@code submissions}
 * @param findings those that wait for somebody: {@code severity}, {@code findings}
 * @param missing how many submissions are owed in rounds that others have sent
 */
public record Vitals(Rows jobs, Rows steps, Rows submissions, Rows findings, long missing) {

    public static Vitals read(DataSource reader) {
        Statements statements = new Statements(reader);
        Marts marts = new Marts(reader);
        return new Vitals(
                RowReader.all(statements.mart("job_gauges")),
                RowReader.all(statements.mart("step_gauges")),
                marts.states(),
                marts.openFindings(),
                marts.missing());
    }
}
