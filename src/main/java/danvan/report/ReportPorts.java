package danvan.report;

/** What the reports want of other rooms. */
public record ReportPorts(
        Staff staff,
        QuestionAnswerer questions,
        SubmissionListener submissions,
        MessageSender sender,
        StartOptions options) {}
