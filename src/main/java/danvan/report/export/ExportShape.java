package danvan.report.export;

import java.util.Arrays;
import java.util.Optional;

/** As what an export is written. */
enum ExportShape {
    XLSX_LABELS("xl", ExportOrder.Shape.XLSX, true, false),
    XLSX_CODES("xc", ExportOrder.Shape.XLSX, false, false),
    CSV_LABELS("cl", ExportOrder.Shape.CSV, true, false),
    CSV_CODES("cc", ExportOrder.Shape.CSV, false, false),
    /** With personal data; for administrators. */
    XLSX_PERSONAL("xlp", ExportOrder.Shape.XLSX, true, true),
    FILES("zf", ExportOrder.Shape.FILES, true, false);

    private final String code;
    private final ExportOrder.Shape file;
    private final boolean labels;
    private final boolean personal;

    ExportShape(String code, ExportOrder.Shape file, boolean labels, boolean personal) {
        this.code = code;
        this.file = file;
        this.labels = labels;
        this.personal = personal;
    }

    static Optional<ExportShape> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    ExportOrder.Shape file() {
        return file;
    }

    boolean labels() {
        return labels;
    }

    boolean personal() {
        return personal;
    }
}
