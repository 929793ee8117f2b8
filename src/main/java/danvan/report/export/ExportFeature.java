package danvan.report.export;

import danvan.report.Period;
import danvan.report.store.ReportPages;
import danvan.report.store.Unsealing;
import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.text.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /export}: reports of the own unit and those below it as a workbook or as CSV. */
public final class ExportFeature implements Feature {
    private static final String NAME = "export";
    private static final String EVERY = "-";

    private final Supplier<Forms> forms;
    private final ReportPages reports;
    private final FileOrders ordering;

    /**
     * The feature; its jobs are made known to {@code jobs}.
     *
     * @param clock real time: how long a file is kept
     */
    public ExportFeature(
            Supplier<Forms> forms,
            Database database,
            Files files,
            Jobs jobs,
            UnitTree area,
            AuditLog journal,
            Texts texts,
            ZoneId zone,
            Clock clock,
            Unsealing unsealing) {
        this.forms = forms;
        this.reports = new ReportPages(database, zone, unsealing);
        this.ordering = new FileOrders(NAME, jobs, journal, zone);
        jobs.does(NAME, new ExportJob(forms, reports, area, files, texts, zone, clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("export", List.of("xuatfile", "xuat", "disaaktar"), "out.helpExport", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        Optional<Reply> unknown = ordering.unknown(turn, rest);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Optional<Period> typed = Period.of(rest);
        Set<String> all = known();
        if (all.isEmpty()) {
            return Reply.say(turn.say("out.nothingYet"));
        }
        String verb = typed.map(period -> ":p:%s:" + period.code()).orElse(":f:%s");
        List<List<Button>> rows = new ArrayList<>();
        if (all.size() > 1) {
            rows.add(List.of(new Button(turn.plain("out.everyForm"), NAME + verb.formatted(EVERY))));
        }
        for (String form : all) {
            rows.add(List.of(new Button(title(turn, form), NAME + verb.formatted(key(form)))));
        }
        return Reply.say(turn.say("out.whichForm"), rows);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = Arrays.copyOf(action.split(":", -1), 4);
        Optional<String> form = form(parts[1]);
        boolean allowed = turn.person().role().atLeast(Role.LEAD);
        if (!allowed || form.isEmpty()) {
            return FileOrders.old(turn);
        }
        String period = parts[2] == null ? EVERY : parts[2];
        return switch (parts[0]) {
            case "f" -> choosePeriod(turn, parts[1]);
            case "p" -> chooseShape(turn, parts[1], period);
            case "g" -> order(turn, form.get(), period, parts[3] == null ? "" : parts[3]);
            default -> FileOrders.old(turn);
        };
    }

    private Reply choosePeriod(Turn turn, String form) {
        List<List<Button>> rows = ordering.periods(turn, "p:" + form);
        rows.add(List.of(new Button(turn.plain("out.allTimes"), NAME + ":p:" + form + ":" + EVERY)));
        return Reply.nothing().andRewrite(turn, turn.say("out.whichPeriod"), rows);
    }

    private Reply chooseShape(Turn turn, String form, String period) {
        String go = NAME + ":g:" + form + ":" + period + ":";
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                new Button(turn.plain("out.xlsxLabels"), go + "xl"),
                new Button(turn.plain("out.xlsxCodes"), go + "xc")));
        rows.add(List.of(
                new Button(turn.plain("out.csvLabels"), go + "cl"), new Button(turn.plain("out.csvCodes"), go + "cc")));
        if (mayHavePersonal(turn)) {
            rows.add(List.of(new Button(turn.plain("out.xlsxPersonal"), go + "xlp")));
        }
        return Reply.nothing().andRewrite(turn, turn.say("out.whichShape"), rows);
    }

    private Reply order(Turn turn, String form, String period, String shape) {
        if (!shape.matches("[xc][lc]p?") || (shape.endsWith("p") && !mayHavePersonal(turn))) {
            return FileOrders.old(turn);
        }
        ExportOrder order = new ExportOrder(
                form,
                period.equals(EVERY) ? "" : period,
                turn.person().unit(),
                shape.startsWith("x") ? ExportOrder.Shape.XLSX : ExportOrder.Shape.CSV,
                shape.charAt(1) == 'l',
                shape.endsWith("p"),
                turn.language().code());
        String detail =
                order.form() + " " + order.period() + " " + order.unit() + (order.personal() ? " personal" : "");
        return ordering.ordered(turn, "out.making", order, detail);
    }

    private static boolean mayHavePersonal(Turn turn) {
        return turn.person().role().atLeast(Role.ADMINISTRATOR);
    }

    private Set<String> known() {
        return new LinkedHashSet<>(reports.forms());
    }

    private String title(Turn turn, String form) {
        return forms.get()
                .find(form)
                .map(known -> known.title(turn.language().code()))
                .or(() -> reports.title(form))
                .orElse(form);
    }

    /** The form of a button: every one is the empty word. */
    private Optional<String> form(String key) {
        return EVERY.equals(key)
                ? Optional.of("")
                : known().stream().filter(form -> key(form).equals(key)).findFirst();
    }

    /** A form's id as a word short enough for a button. */
    static String key(String form) {
        return Integer.toHexString(form.hashCode()) + Integer.toHexString(form.length());
    }
}
