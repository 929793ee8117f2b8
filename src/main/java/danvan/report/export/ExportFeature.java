package danvan.report.export;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Organization;
import danvan.report.Period;
import danvan.report.ReportForms;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportStore;
import danvan.storage.Files;
import danvan.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /export}: reports of the member's unit and its subordinate units as a workbook or as CSV. */
public final class ExportFeature implements Feature {
    private final ReportForms forms;
    private final ReportSearch reports;
    private final FileOrders orders;

    /**
     * The feature; its jobs are made known to the jobs of {@code orders}.
     *
     * @param clock real time: how long a file is kept
     */
    public ExportFeature(
            ReportForms forms,
            ReportStore store,
            Files files,
            FileOrders orders,
            Organization organization,
            Texts texts,
            Clock clock) {
        this.forms = forms;
        this.reports = store.search();
        this.orders = orders;
        orders.jobs().does(ExportAction.FEATURE, new ExportJob(forms, store, organization, files, texts, clock));
    }

    @Override
    public String name() {
        return ExportAction.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("export", List.of("xuatfile", "xuat", "disaaktar"), "out.helpExport", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        Optional<Reply> unknown = orders.unknown(turn, rest);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Optional<Period> typed = Period.of(rest);
        Set<String> all = known();
        if (all.isEmpty()) {
            return Reply.say(turn.say("out.nothingYet"));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (all.size() > 1) {
            rows.add(List.of(button(turn.plain("out.everyForm"), ExportAction.EVERY, typed)));
        }
        for (String form : all) {
            rows.add(List.of(button(title(turn, form), key(form), typed)));
        }
        return Reply.say(turn.say("out.whichForm"), rows);
    }

    /** A button for a form; a period that was typed is not asked for again. */
    private static Button button(String label, String form, Optional<Period> typed) {
        return typed.map(period -> ExportAction.CHOOSE_SHAPE.button(label, form, period.code()))
                .orElseGet(() -> ExportAction.CHOOSE_PERIOD.button(label, form));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        Optional<ExportAction.Tap> tap = ExportAction.Tap.read(action);
        Optional<String> form = tap.flatMap(one -> form(one.form()));
        if (form.isEmpty() || !turn.person().role().atLeast(Role.LEAD)) {
            return FileOrders.old(turn);
        }
        return switch (tap.get().what()) {
            case CHOOSE_PERIOD -> choosePeriod(turn, tap.get().form());
            case CHOOSE_SHAPE -> chooseShape(turn, tap.get());
            case ORDER ->
                ExportShape.of(tap.get().shape())
                        .filter(shape -> !shape.personal() || mayHavePersonal(turn))
                        .map(shape -> order(turn, form.get(), tap.get().period(), shape))
                        .orElseGet(() -> FileOrders.old(turn));
        };
    }

    private Reply choosePeriod(Turn turn, String form) {
        List<List<Button>> rows = new ArrayList<>(
                orders.periods(turn, (label, period) -> ExportAction.CHOOSE_SHAPE.button(label, form, period.code())));
        rows.add(List.of(ExportAction.CHOOSE_SHAPE.button(turn.plain("out.allTimes"), form, ExportAction.EVERY)));
        return Reply.nothing().andRewrite(turn, turn.say("out.whichPeriod"), rows);
    }

    private static Reply chooseShape(Turn turn, ExportAction.Tap chosen) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                shape(turn, "out.xlsxLabels", chosen, ExportShape.XLSX_LABELS),
                shape(turn, "out.xlsxCodes", chosen, ExportShape.XLSX_CODES)));
        rows.add(List.of(
                shape(turn, "out.csvLabels", chosen, ExportShape.CSV_LABELS),
                shape(turn, "out.csvCodes", chosen, ExportShape.CSV_CODES)));
        rows.add(List.of(shape(turn, "out.zipFiles", chosen, ExportShape.FILES)));
        if (mayHavePersonal(turn)) {
            rows.add(List.of(shape(turn, "out.xlsxPersonal", chosen, ExportShape.XLSX_PERSONAL)));
        }
        return Reply.nothing().andRewrite(turn, turn.say("out.whichShape"), rows);
    }

    private static Button shape(Turn turn, String key, ExportAction.Tap chosen, ExportShape shape) {
        return ExportAction.ORDER.button(turn.plain(key), chosen.form(), chosen.period(), shape.code());
    }

    private Reply order(Turn turn, String form, String period, ExportShape shape) {
        ExportOrder order = new ExportOrder(
                form,
                period.equals(ExportAction.EVERY) ? "" : period,
                turn.person().unit(),
                shape.file(),
                shape.labels(),
                shape.personal(),
                turn.language().code());
        String detail =
                order.form() + " " + order.period() + " " + order.unit() + (order.personal() ? " personal" : "");
        return orders.ordered(turn, ExportAction.FEATURE, "out.making", order, detail);
    }

    private static boolean mayHavePersonal(Turn turn) {
        return turn.person().role().atLeast(Role.ADMINISTRATOR);
    }

    private Set<String> known() {
        return new LinkedHashSet<>(reports.formIds());
    }

    private String title(Turn turn, String form) {
        return forms.find(form)
                .map(known -> known.title(turn.language().code()))
                .or(() -> reports.title(form))
                .orElse(form);
    }

    /** The form of a button: every one is the empty word. */
    private Optional<String> form(String key) {
        return ExportAction.EVERY.equals(key)
                ? Optional.of("")
                : known().stream().filter(form -> key(form).equals(key)).findFirst();
    }

    /** A form's id as a word short enough for a button. */
    static String key(String form) {
        return Integer.toHexString(form.hashCode()) + Integer.toHexString(form.length());
    }
}
