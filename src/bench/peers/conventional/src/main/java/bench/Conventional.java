package bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.extensions.excel.streaming.StreamingXlsxItemReader;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.ResourceAware;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.file.MultiResourceItemReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;

/** The conventional job: a row of the sheet is an item, a thousand items are a chunk, a chunk is a JDBC batch. */
@SpringBootApplication
public class Conventional {

    private static final List<String> MEASURES = List.of("MONTH", "YTD", "YTD_LY", "YOY_YTD");
    private static final boolean CROSSTAB = "crosstab".equals(System.getProperty("layout"));
    private static final int ROWS_ABOVE = CROSSTAB ? 2 : 4;
    private static final int FIRST_VALUE = 3;
    private static final int CHUNK = 1000;

    /** A row of the sheet; empty code: not a line of the form. */
    public static class Line implements ResourceAware {
        private final String[] cells;
        private String fileName = "";

        Line(String[] cells) {
            this.cells = cells;
        }

        @Override
        public void setResource(Resource resource) {
            fileName = String.valueOf(resource.getFilename());
        }

        boolean isFilled() {
            return CROSSTAB
                    ? cells.length > FIRST_VALUE + 2 && cells[2] != null && cells[2].startsWith("测试指标")
                    : cells.length > 1 && cells[1] != null && cells[1].matches("1\\d{3}");
        }

        List<Object[]> observations() {
            return CROSSTAB ? ofTable() : ofReport();
        }

        private List<Object[]> ofTable() {
            String area = Integer.toString(160_000 + Integer.parseInt(cells[0].replaceAll("\\D", "")));
            String indicator = "BENCH_" + cells[2].replaceAll("\\D", "");
            List<Object[]> rows = new ArrayList<>();
            for (int measure = 0; measure < 2; measure++) {
                rows.add(new Object[] {
                    area, indicator, cells[1], MEASURES.get(measure), new BigDecimal(cells[FIRST_VALUE + 1 + measure])
                });
            }
            return rows;
        }

        private List<Object[]> ofReport() {
            String[] words = fileName.replace(".xlsx", "").split("_");
            // The area's number stands in its name; the frame above the lines is out of an item reader's sight.
            String area = Integer.toString(160_000 + Integer.parseInt(words[0].replaceAll("\\D", "")));
            String indicator = String.format("BENCH_%03d", Integer.parseInt(cells[1]) - 1000);
            List<Object[]> rows = new ArrayList<>();
            for (int measure = 0; measure < MEASURES.size(); measure++) {
                rows.add(new Object[] {
                    area, indicator, words[2], MEASURES.get(measure), new BigDecimal(cells[FIRST_VALUE + measure])
                });
            }
            return rows;
        }
    }

    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(Conventional.class, arguments)));
    }

    @Bean
    Job load(JobRepository repository, PlatformTransactionManager transactions, DataSource database) throws Exception {
        Step step = new StepBuilder("load", repository)
                .<Line, Line>chunk(CHUNK, transactions)
                .reader(books())
                .processor(line -> line.isFilled() ? line : null)
                .writer(writer(database))
                .build();
        return new JobBuilder("load", repository).start(step).build();
    }

    private static MultiResourceItemReader<Line> books() throws Exception {
        StreamingXlsxItemReader<Line> sheet = new StreamingXlsxItemReader<>();
        sheet.setLinesToSkip(ROWS_ABOVE);
        sheet.setRowMapper(row -> new Line(row.getCurrentRow()));
        MultiResourceItemReader<Line> books = new MultiResourceItemReader<>();
        books.setResources(new PathMatchingResourcePatternResolver()
                .getResources("file:" + System.getProperty("books") + "/*.xlsx"));
        books.setDelegate(sheet);
        books.setSaveState(false);
        return books;
    }

    private static ItemWriter<Line> writer(DataSource database) {
        JdbcBatchItemWriter<Object[]> rows = new JdbcBatchItemWriterBuilder<Object[]>()
                .dataSource(database)
                .sql("insert into observation (area, indicator, period, measure, value) values (?, ?, ?, ?, ?)")
                .itemPreparedStatementSetter((row, statement) -> {
                    for (int index = 0; index < row.length; index++) {
                        statement.setObject(index + 1, row[index]);
                    }
                })
                .build();
        rows.afterPropertiesSet();
        return lines -> {
            Chunk<Object[]> chunk = new Chunk<>();
            lines.forEach(line -> chunk.addAll(line.observations()));
            rows.write(chunk);
        };
    }
}
