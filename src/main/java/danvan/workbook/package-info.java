/**
 * Every workbook and file that the office sends in: {@link danvan.workbook.WorkbookParts} before one is opened, {@link
 * danvan.workbook.OpenedWorkbook} to open one, {@link danvan.workbook.CellText} for what a cell says, {@link
 * danvan.workbook.TextSheet} and {@link danvan.workbook.HeadingRow} to find what is sought, {@link
 * danvan.workbook.MarkedWorkbook} for the author's own with its faulty cells coloured, and one way in for all kinds: a
 * {@link danvan.workbook.ReviewedUpload} of an {@link danvan.workbook.UploadKind}. POI is at home here.
 *
 * <p>Imports {@code chat}, {@code conversation} and {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.workbook;
