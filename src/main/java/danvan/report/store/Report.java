package danvan.report.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A report with its answers.
 *
 * @param change counts the changes of its status; buttons carry it
 * @param instanceXml as submitted; personal answers sealed
 */
public record Report(
        long id,
        Receipt receipt,
        String formId,
        String version,
        String title,
        String instanceId,
        long member,
        String unit,
        Instant submittedAt,
        boolean urgent,
        boolean nil,
        ReportStatus status,
        long change,
        Optional<Long> assignee,
        String period,
        int edition,
        SummedFigures gathered,
        String instanceXml,
        SealedPaths seals) {}
