package danvan.report.export;

import danvan.chat.Role;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.Export;
import danvan.desk.port.ReportFilter;
import java.util.Optional;

/** Files of what a filter of the desk finds: made by the job of the chat's exports, never with personal answers. */
public final class DeskExport implements Export {
    private final Jobs jobs;
    private final AuditLog audit;

    public DeskExport(Jobs jobs, AuditLog audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    @Override
    public Reply order(Turn turn, ReportFilter filter, Shape shape) {
        if (!turn.person().role().atLeast(Role.LEAD) && turn.person().role() != Role.AUDITOR) {
            return Reply.say(turn.say("desk.act.notYours"));
        }
        ExportOrder order = new ExportOrder(
                filter.form().orElse(""),
                "",
                turn.person().unit(),
                switch (shape) {
                    case XLSX_LABELS, XLSX_CODES -> ExportOrder.Shape.XLSX;
                    case CSV_LABELS, CSV_CODES -> ExportOrder.Shape.CSV;
                },
                shape == Shape.XLSX_LABELS || shape == Shape.CSV_LABELS,
                false,
                turn.language().code(),
                Optional.of(new ExportOrder.Filtered(turn.person().id(), filter)));
        String detail =
                order.form() + " " + filter.states() + " " + filter.unit().orElse("") + " desk";
        return Reply.say(turn.say("desk.export.ordered")).andDo(tx -> {
            if (jobs.order(tx, ExportAction.FEATURE, turn.address(), order)) {
                audit.note(tx, turn.now(), turn.person().id(), ExportAction.FEATURE, detail.strip());
            }
        });
    }
}
