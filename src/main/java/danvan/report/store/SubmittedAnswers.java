package danvan.report.store;

import danvan.form.Submission;

/** What is new about a report that comes in. */
public record SubmittedAnswers(
        Submission submission,
        SealedPaths.Sealed sealed,
        String title,
        boolean urgent,
        boolean nil,
        String period,
        SummedFigures gathered) {}
