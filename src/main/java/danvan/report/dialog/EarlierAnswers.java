package danvan.report.dialog;

import danvan.chat.Button;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.organization.directory.Organization;
import danvan.report.store.ReportPages;
import danvan.report.store.ReportQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier reports of the unit have answered to another question, offered where a form asks for the same thing again: {@code
 * bind::bot:from} says {@code form.question}. Sealed answers are none.
 */
final class EarlierAnswers {
    private static final int MOST = 8;
    private static final int LONGEST = 200;

    private final ReportPages reports;
    private final Organization organization;

    EarlierAnswers(ReportPages reports, Organization organization) {
        this.reports = reports;
        this.organization = organization;
    }

    /** The latest ones first. */
    List<String> of(OpenDraft open, Step step) {
        if (!(step instanceof Step.Question question) || question.type() != QuestionType.TEXT) {
            return List.of();
        }
        String mark = open.form().marked("from").getOrDefault(question.ref().replaceAll("\\[\\d+]", ""), "");
        int dot = mark.indexOf('.');
        if (dot <= 0) {
            return List.of();
        }
        String name = mark.substring(dot + 1);
        Set<String> found = new LinkedHashSet<>();
        ReportQuery query = new ReportQuery(
                Set.of(mark.substring(0, dot)),
                Optional.empty(),
                organization.codesWithin(open.turn().person().unit()),
                Long.MAX_VALUE);
        reports.each(
                query,
                report -> report.answers().each((path, leaf) -> {
                    String words = leaf.text().strip();
                    if (!leaf.sealed() && path.endsWith("/" + name) && !words.isEmpty() && words.length() <= LONGEST) {
                        // Told again, it is the latest.
                        found.remove(words);
                        found.add(words);
                    }
                }));
        List<String> all = new ArrayList<>(found);
        Collections.reverse(all);
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /** A button for each. */
    static List<List<Button>> rows(DialogButtons buttons, List<String> answers) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            rows.add(List.of(buttons.labelled(PagedButtons.shortened(answers.get(i)), DialogAction.AS_EARLIER, i)));
        }
        return rows;
    }
}
