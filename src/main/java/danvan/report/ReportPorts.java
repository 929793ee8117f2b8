package danvan.report;

import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;

/** What the reports want of other rooms. */
public record ReportPorts(
        Organization organization,
        QuestionAnswerer questions,
        SubmissionListener submissions,
        MessageSender sender,
        StartOptions options,
        AuditNote audit) {}
