package mengshi.jobs;

import javax.sql.DataSource;

/**
 * As whom the jobs speak to the database.
 *
 * @param loader facts, staging and Spring Batch's own tables; one transaction spans them all
 * @param reader the marts, for the reports
 * @param responder what goes back to submitters, and nothing about targets
 */
public record Logins(DataSource loader, DataSource reader, DataSource responder) {}
