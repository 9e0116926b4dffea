package mengshi.warehouse;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Takes rows out of a result, with values that print the same everywhere. */
final class RowReader implements ResultSetExtractor<Rows> {

    /** Asia/Shanghai has had no summer time since 1991. */
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private final int most;

    /** @param most the rows to take at most */
    RowReader(int most) {
        this.most = most;
    }

    /** Every row a statement gives. */
    static Rows all(JdbcClient.StatementSpec statement) {
        return statement.query(new RowReader(Integer.MAX_VALUE));
    }

    @Override
    public Rows extractData(ResultSet result) throws SQLException {
        List<String> columns = columns(result.getMetaData());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (rows.size() < most && result.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), value(result, i + 1));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }

    /** A name that a statement gives to two columns gets a number the second time, so that no value is lost. */
    private static List<String> columns(ResultSetMetaData shape) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            String name = shape.getColumnLabel(i);
            String unique = name;
            for (int again = 2; columns.contains(unique); again++) {
                unique = name + "_" + again;
            }
            columns.add(unique);
        }
        return columns;
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        String type = result.getMetaData().getColumnTypeName(column);
        if (type.equals("timestamptz")) {
            OffsetDateTime moment = result.getObject(column, OffsetDateTime.class);
            return moment == null
                    ? null
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withOffsetSameInstant(SHANGHAI));
        }
        Object value = result.getObject(column);
        if (value == null
                || value instanceof BigDecimal
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof String) {
            return value;
        }
        if (value instanceof Date day) {
            return day.toLocalDate().toString();
        }
        if (type.equals("json") || type.equals("jsonb")) {
            return JsonMapper.shared().readValue(result.getString(column), Object.class);
        }
        return result.getString(column);
    }
}
