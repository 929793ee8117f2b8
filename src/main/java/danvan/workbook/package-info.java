/**
 * What every reader of the office's workbooks needs: {@link danvan.workbook.WorkbookParts} before one is opened,
 * {@link danvan.workbook.OpenedWorkbook} to open one, {@link danvan.workbook.CellText} for what a cell says, {@link danvan.workbook.Heading} for how ours are headed, {@link
 * danvan.workbook.Fault} and {@link danvan.workbook.FaultList} for what is wrong with one in the reader's words, {@link
 * danvan.workbook.MarkedWorkbook} for the author's own with its faulty cells coloured. POI is at home here.
 *
 * <p>Imports {@code chat}.
 */
@org.jspecify.annotations.NullMarked
package danvan.workbook;
