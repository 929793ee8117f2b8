/**
 * What every reader of the office's workbooks needs: {@link danvan.workbook.WorkbookParts} before one is opened,
 * {@link danvan.workbook.CellText} for what a cell says, {@link danvan.workbook.Heading} for how ours are headed, {@link
 * danvan.workbook.MarkedWorkbook} for the author's own with its faulty cells coloured. POI is at home here.
 *
 * <p>Imports nothing.
 */
@org.jspecify.annotations.NullMarked
package danvan.workbook;
