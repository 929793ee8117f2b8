package danvan.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as somebody changes it in Excel. */
final class Edited {
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Edited() {}

    static byte[] workbook(byte[] workbook, Consumer<XSSFWorkbook> edit) {
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var out = new ByteArrayOutputStream()) {
            edit.accept(opened);
            opened.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row behind the others. */
    static void add(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    /** A title above the table, and a row that is left empty, as offices have them. */
    static void titled(Sheet sheet) {
        sheet.shiftRows(0, sheet.getLastRowNum(), 3);
        sheet.createRow(0).createCell(0).setCellValue("ỦY BAN NHÂN DÂN TỈNH");
        sheet.createRow(1).createCell(1).setCellValue("DANH SÁCH THEO DÕI NĂM 2024");
    }

    /** The first row with a cell that says this. */
    static Row row(Sheet sheet, String cell) {
        for (Iterator<Row> rows = sheet.rowIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            for (Cell one : row) {
                if (one.toString().equals(cell)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no row with " + cell + " in " + sheet.getSheetName());
    }

    /** Writes into a row. */
    static void put(Row row, int column, String text) {
        row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
    }

    /** What a cell says. */
    static String cell(byte[] workbook, String sheet, int row, int column) {
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return opened.getSheet(sheet).getRow(row).getCell(column).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a column of the first row with a cell that says this. */
    static String beside(byte[] workbook, String sheet, String cell, int column) {
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return row(opened.getSheet(sheet), cell).getCell(column).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the note there says; nothing where there is none. */
    static String noteBeside(byte[] workbook, String sheet, String cell, int column) {
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var note = row(opened.getSheet(sheet), cell).getCell(column).getCellComment();
            return note == null ? "" : note.getString().getString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
