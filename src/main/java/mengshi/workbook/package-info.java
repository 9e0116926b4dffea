/**
 * The only room with Apache POI and raw OOXML: opens a workbook safely and yields its cells with their places; writes workbooks. Comes after {@code intake}, before {@code form}.
 */
@NullMarked
package mengshi.workbook;

import org.jspecify.annotations.NullMarked;
