package mengshi.workbook;

/**
 * A workbook with an answer in it.
 *
 * @param extension of its format: {@code xlsx} or {@code xls}
 */
@SuppressWarnings("ArrayRecordComponent")
public record AnsweredWorkbook(byte[] content, String extension) {}
