package danvan.report.period;

import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.PeriodWord;
import danvan.organization.directory.Organization;
import danvan.report.Period;
import danvan.report.export.FileOrders;
import java.util.Optional;

/** The period's Word file for the desk: made by the job of {@code /periodreport}. */
public final class DeskPeriodWord implements PeriodWord {
    private final FileOrders orders;
    private final Organization organization;

    public DeskPeriodWord(FileOrders orders, Organization organization) {
        this.orders = orders;
        this.organization = organization;
    }

    @Override
    public Reply order(Turn turn, String period, String unit, Layout layout) {
        Role role = turn.person().role();
        boolean seen = role == Role.AUDITOR
                || role.atLeast(Role.OFFICE)
                || (role.atLeast(Role.LEAD)
                        && organization.isWithin(unit, turn.person().unit()));
        Optional<Period> meant = Period.of(period);
        if (!seen || meant.isEmpty() || organization.unit(unit).isEmpty()) {
            return Reply.say(turn.say("desk.act.notYours"));
        }
        String code = PeriodAction.Layout.valueOf(layout.name()).code();
        PeriodReportJob.Order order = new PeriodReportJob.Order(
                meant.get().code(),
                unit,
                code,
                orders.today(turn).toString(),
                turn.language().code());
        return orders.said(
                turn,
                PeriodAction.FEATURE,
                "desk.export.ordered",
                order,
                order.period() + " " + unit + " " + code + " desk");
    }
}
