package danvan.report.period;

import danvan.form.aggregation.Aggregation;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.Period;
import danvan.text.Dates;
import danvan.text.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands for a template's placeholders.
 *
 * @param values by the placeholder's name
 * @param lists rows by the name before the dot: {@code ct} a row for each figure, {@code dv} one for each unit directly
 *     below, {@code yk} one for each text
 */
record TemplateValues(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
    /** Nobody can say: not nought. */
    private static final String UNKNOWN = "–";

    /** The clerk's to fill in. */
    private static final String OPEN = "…";

    /** A figure itself, that of the period before, the change, and that of the year so far. */
    private static final List<String> ENDS = List.of("", ".truoc", ".thay_doi", ".nam");

    private static final List<String> ROMAN = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");

    private static final DecimalFormatSymbols SIGNS = new DecimalFormatSymbols(Locale.forLanguageTag("vi-VN"));

    static {
        SIGNS.setGroupingSeparator('.');
        SIGNS.setDecimalSeparator(',');
    }

    static TemplateValues of(PeriodFigures figures, Issuers issuers, String unit, Period period, LocalDate today) {
        Organization organization = issuers.organization();
        Map<String, String> values = new LinkedHashMap<>();
        String name = organization.nameOf(unit);
        String above = organization.above(unit).map(UnitRef::name).orElse("");
        values.put("don_vi", name);
        values.put("DON_VI", name.toUpperCase(Locale.forLanguageTag("vi")));
        values.put("cap_tren", above);
        values.put("CAP_TREN", above.toUpperCase(Locale.forLanguageTag("vi")));
        Issuer party = issuers.ofParty(unit, today);
        headings(values, "DANG", party);
        headings(values, "UBND", issuers.ofState(unit));
        values.put(
                "DANG_THAY_MAT",
                party.signsTogether() ? "T/M " + party.inCapitals().organ() : "");
        values.put("dia_danh", name.replaceFirst("^(?i)(xã|phường|thị trấn|huyện|thành phố|tỉnh) ", ""));
        values.put("ky", named(period));
        values.put("ky_truoc", named(period.previous()));
        values.put("nam_ky", Integer.toString(period.year()));
        values.put("tu_ngay", day(period.months().firstDay()));
        values.put("den_ngay", day(period.months().lastDay()));
        // Decree 30/2020/NĐ-CP, Annex I: a zero before days below 10 and months 1 and 2.
        values.put("ngay", String.format(Locale.ROOT, "%02d", today.getDayOfMonth()));
        values.put(
                "thang", String.format(Locale.ROOT, today.getMonthValue() < 3 ? "%02d" : "%d", today.getMonthValue()));
        values.put("nam", Integer.toString(today.getYear()));
        values.put("so_bao_cao", shown(figures.reports(PeriodFigures.When.NOW, "")));
        values.put("so_bao_cao.truoc", shown(figures.reports(PeriodFigures.When.BEFORE, "")));
        values.put("so_bao_cao.nam", shown(figures.reports(PeriodFigures.When.YEAR, "")));
        values.put("so_don_vi_bao_cao", Integer.toString(figures.reportingUnits()));
        List<Map<String, String>> lines = new ArrayList<>();
        List<String> titled = new ArrayList<>();
        int numbered = 0;
        for (PeriodFigures.Line line : figures.lines()) {
            Optional<BigDecimal> now = figures.value(line.key(), PeriodFigures.When.NOW, "");
            Optional<BigDecimal> before = figures.value(line.key(), PeriodFigures.When.BEFORE, "");
            Map<String, String> row = new LinkedHashMap<>();
            if (!titled.contains(line.form())) {
                titled.add(line.form());
                lines.add(title(titled.size(), figures.title(line.form())));
                numbered = 0;
            }
            row.put("ct.tt", Integer.toString(numbered + 1));
            row.put("ct.ten", line.place() < 0 ? "Số báo cáo" : line.label() + way(line.total()));
            row.put("ct.ky", shown(now));
            row.put("ct.truoc", shown(before));
            row.put("ct.thay_doi", change(line.total(), now, before));
            row.put("ct.nam", shown(figures.value(line.key(), PeriodFigures.When.YEAR, "")));
            if (line.total().kind() != Aggregation.Kind.NONE) {
                lines.add(row);
                numbered++;
            }
            values.put(line.key(), row.getOrDefault("ct.ky", ""));
            values.put(line.key() + ".truoc", row.getOrDefault("ct.truoc", ""));
            values.put(line.key() + ".thay_doi", row.getOrDefault("ct.thay_doi", ""));
            values.put(line.key() + ".nam", row.getOrDefault("ct.nam", ""));
        }
        figures.forms().forEach(form -> countNamedAsOnce(values, form));
        Set<String> unknown = figures.unknown();
        for (String key : unknown) {
            for (String end : ENDS) {
                values.put(key + end, UNKNOWN);
                values.put("dv." + key + end, UNKNOWN);
            }
        }
        Map<String, List<Map<String, String>>> lists = new LinkedHashMap<>();
        lists.put("ct", lines);
        lists.put("dv", units(figures, organization.below(unit)));
        lists.put("yk", texts(figures, organization));
        return new TemplateValues(values, lists);
    }

    /** Templates say {@code form.so_bao_cao} for the number of a form's reports; where it asks a question of that name, it is that. */
    private static void countNamedAsOnce(Map<String, String> values, String form) {
        for (String end : ENDS) {
            Optional.ofNullable(values.get(PeriodFigures.reportsOf(form) + end))
                    .ifPresent(value -> values.putIfAbsent(form + ".so_bao_cao" + end, value));
        }
    }

    private static List<Map<String, String>> units(PeriodFigures figures, List<UnitRef> below) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (UnitRef place : below) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("dv.tt", Integer.toString(rows.size() + 1));
            row.put("dv.ten", place.name());
            row.put("dv.so_bao_cao", shown(figures.reports(PeriodFigures.When.NOW, place.code())));
            row.put("dv.so_bao_cao.truoc", shown(figures.reports(PeriodFigures.When.BEFORE, place.code())));
            row.put("dv.so_bao_cao.nam", shown(figures.reports(PeriodFigures.When.YEAR, place.code())));
            for (PeriodFigures.Line line : figures.lines()) {
                row.put("dv." + line.key(), shown(figures.value(line.key(), PeriodFigures.When.NOW, place.code())));
                row.put(
                        "dv." + line.key() + ".nam",
                        shown(figures.value(line.key(), PeriodFigures.When.YEAR, place.code())));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void headings(Map<String, String> values, String of, Issuer issuer) {
        Issuer heading = issuer.inCapitals();
        values.put(of + "_CAP_TREN", heading.above());
        values.put(of + "_CO_QUAN", heading.organ());
        values.put(of + "_KY_HIEU", heading.symbol().isEmpty() ? OPEN : heading.symbol());
        String small = of.toLowerCase(Locale.ROOT);
        // A line of recipients that names nobody would be a fault; the clerk fills it in.
        values.put(small + "_cap_tren", issuer.above().isEmpty() ? OPEN : issuer.above());
        values.put(small + "_co_quan", issuer.organ());
    }

    /** The row above a form's figures. */
    private static Map<String, String> title(int number, String form) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("ct.tt", roman(number));
        row.put("ct.ten", form.toUpperCase(Locale.forLanguageTag("vi")));
        ENDS.forEach(end -> row.put("ct" + (end.isEmpty() ? ".ky" : end), ""));
        return row;
    }

    private static String roman(int number) {
        return "X".repeat(number / 10) + ROMAN.get(number % 10);
    }

    private static List<Map<String, String>> texts(PeriodFigures figures, Organization organization) {
        List<Map<String, String>> rows = new ArrayList<>();
        figures.texts()
                .forEach(text -> rows.add(Map.of(
                        "yk.noi_dung", organization.nameOf(text.unit()) + " – " + text.label() + ": " + text.words())));
        if (figures.moreTexts() > 0) {
            rows.add(Map.of("yk.noi_dung", "… và " + figures.moreTexts() + " ý kiến khác, xem tệp xuất dữ liệu."));
        }
        return rows.isEmpty() ? List.of(Map.of("yk.noi_dung", "Không có.")) : rows;
    }

    private static String named(Period period) {
        int year = period.year();
        return switch (period.kind()) {
            case MONTH -> "tháng " + period.number() + " năm " + year;
            case QUARTER -> "quý " + List.of("I", "II", "III", "IV").get(period.number() - 1) + " năm " + year;
            case HALF -> (period.number() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
            case NINE_MONTHS -> "9 tháng đầu năm " + year;
            case YEAR -> "năm " + year;
        };
    }

    private static String day(LocalDate day) {
        return Dates.day(day, Language.VI);
    }

    private static String shown(BigDecimal value) {
        return new DecimalFormat("#,##0.######", SIGNS).format(value);
    }

    private static String shown(Optional<BigDecimal> value) {
        return value.map(TemplateValues::shown).orElse(UNKNOWN);
    }

    /** What stands behind the name of a figure that is no sum. */
    private static String way(Aggregation total) {
        return switch (total.kind()) {
            case MEAN -> " (bình quân)";
            case WEIGHTED_MEAN -> " (bình quân gia quyền)";
            case LAST -> " (số cuối kỳ)";
            case SUM, NONE -> "";
        };
    }

    /** Of a mean the difference alone: a share of a share says nothing. */
    private static String change(Aggregation total, Optional<BigDecimal> now, Optional<BigDecimal> before) {
        if (now.isEmpty() || before.isEmpty()) {
            return UNKNOWN;
        }
        boolean mean = total.kind() == Aggregation.Kind.MEAN || total.kind() == Aggregation.Kind.WEIGHTED_MEAN;
        BigDecimal by = now.get().subtract(before.get());
        return mean ? (by.signum() > 0 ? "+" : "") + shown(by) : change(now.get(), before.get());
    }

    /** "+5 (+12,5%)"; without the share where there was nothing before. */
    private static String change(BigDecimal now, BigDecimal before) {
        BigDecimal by = now.subtract(before);
        String difference = (by.signum() > 0 ? "+" : "") + shown(by);
        if (by.signum() == 0 || before.signum() == 0) {
            return difference;
        }
        BigDecimal share = by.multiply(BigDecimal.valueOf(100)).divide(before.abs(), 1, RoundingMode.HALF_UP);
        return difference + " (" + (share.signum() > 0 ? "+" : "") + shown(share) + "%)";
    }
}
