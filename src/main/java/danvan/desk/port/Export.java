package danvan.desk.port;

import danvan.conversation.Reply;
import danvan.conversation.Turn;

/** Makes a file of the reports of a filter; it arrives where the turn comes from. */
public interface Export {

    /** As what it is written. */
    enum Shape {
        XLSX_LABELS,
        XLSX_CODES,
        CSV_LABELS,
        CSV_CODES
    }

    Reply order(Turn turn, ReportFilter filter, Shape shape);
}
