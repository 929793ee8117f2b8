/**
 * What every reader of the office's workbooks needs: {@link danvan.workbook.WorkbookParts} before one is opened,
 * {@link danvan.workbook.CellText} for what a cell says, {@link danvan.workbook.Heading} for how ours are headed.
 *
 * <p>Imports nothing.
 */
@org.jspecify.annotations.NullMarked
package danvan.workbook;
