package mengshi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import mengshi.database.DatabaseFault;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class StepFaultsTest {

    @Test
    void a_rollback_that_failed_does_not_hide_that_the_server_was_gone() {
        TransactionSystemException rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(new DataAccessResourceFailureException(
                "JDBC commit", new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE)));

        BatchEngine.Ending ending = new StepFaults().endedBy(rollback);

        assertThat(ending.fault()).contains(DatabaseFault.UNREACHABLE);
        assertThat(ending.failure().orElseThrow()).contains(DatabaseFault.UNREACHABLE.whatToDo());
    }
}
