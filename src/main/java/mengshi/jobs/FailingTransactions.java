package mengshi.jobs;

import javax.sql.DataSource;
import mengshi.files.Failpoint;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions that a test may end just before or just after they commit. */
final class FailingTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    FailingTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        Failpoint.pass("before commit");
        super.doCommit(status);
        Failpoint.pass("after commit");
    }
}
