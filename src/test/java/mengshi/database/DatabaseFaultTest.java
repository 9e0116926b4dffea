package mengshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "40001, CONFLICT, true",
        "40P01, CONFLICT, true",
        "55P03, CONFLICT, true",
        "25006, READ_ONLY, false",
        "53100, DISK_FULL, false",
        "53200, MEMORY_SHORT, false",
        "53300, TOO_MANY_CONNECTIONS, false",
        "57P01, SHUT_DOWN, true",
        "57P02, SHUT_DOWN, true",
        "57P03, STARTING, true",
        "57014, STATEMENT_TOO_LONG, false",
        "25P03, IDLE_TOO_LONG, false",
        "28P01, LOGIN_REFUSED, false",
        "3D000, LOGIN_REFUSED, false",
        "58030, STORAGE_BROKEN, false",
        "XX001, STORAGE_BROKEN, false",
        "08006, UNREACHABLE, true",
        "08P01, UNREACHABLE, true",
        "53000, UNREACHABLE, true",
    })
    void a_state_of_the_server_is_known_however_deep_it_lies(String state, DatabaseFault fault, boolean mayPass) {
        RuntimeException wrapped = new IllegalStateException(new RuntimeException(new SQLException("no", state)));

        assertThat(DatabaseFault.behind(wrapped)).contains(fault);
        assertThat(fault.mayPass()).isEqualTo(mayPass);
    }

    @Test
    void what_the_work_itself_did_wrong_is_no_fault_of_the_server() {
        assertThat(DatabaseFault.behind(new SQLException("duplicate key", "23505")))
                .isEmpty();
        assertThat(DatabaseFault.behind(new SQLException("no such table", "42P01")))
                .isEmpty();
        assertThat(DatabaseFault.behind(new IOException("a file"))).isEmpty();
    }

    @Test
    void silence_goes_before_what_it_led_to_and_a_pool_without_connections_is_no_server() {
        SQLException silent = new SQLException("broken", "08006", new SocketTimeoutException("Read timed out"));

        assertThat(DatabaseFault.behind(new IllegalStateException(silent))).contains(DatabaseFault.STALLED);
        assertThat(DatabaseFault.behind(new SQLTransientConnectionException("timed out")))
                .contains(DatabaseFault.UNREACHABLE);
    }

    @Test
    void each_has_a_sentence_of_its_own_that_says_what_to_do() {
        assertThat(Arrays.stream(DatabaseFault.values()).map(DatabaseFault::what))
                .doesNotHaveDuplicates()
                .allMatch(what -> what.length() > 20);
        assertThat(Arrays.stream(DatabaseFault.values()).map(DatabaseFault::whatToDo))
                .doesNotHaveDuplicates()
                .allMatch(todo -> todo.length() > 20);
        assertThat(DatabaseFault.DISK_FULL.sentence(new IllegalStateException(
                        "outer", new SQLException("ERROR: could not extend\n  file", "53100"))))
                .isEqualTo("The disk of the database server is full: ERROR: could not extend file");
        assertThat(DatabaseFault.behind(new IllegalStateException(new SQLException("none"))))
                .isEqualTo(Optional.empty());
    }
}
