package mengshi.jobs;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch on our own database: its state commits together with the data of the step. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {

    private final DataSource loader;
    private final PlatformTransactionManager transactions;

    BatchConfiguration(JobResources resources) {
        this.loader = resources.loader();
        this.transactions = new FailingTransactions(loader);
    }

    @Bean
    PlatformTransactionManager transactionManager() {
        return transactions;
    }

    @Bean
    Steps steps(JobResources resources, JobRepository repository, StepFaults faults) {
        return new Steps(resources, repository, transactions, faults);
    }

    @Bean
    JobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Override
    protected DataSource getDataSource() {
        return loader;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactions;
    }

    @Override
    protected String getTablePrefix() {
        return "batch.batch_";
    }

    /** Readable, and not tied to the classes of one version as Java's own serialisation is. */
    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    /** The default, serializable, fails now and then under PostgreSQL; the run lock keeps double starts out. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
