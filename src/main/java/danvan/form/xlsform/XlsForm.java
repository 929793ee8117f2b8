package danvan.form.xlsform;

import java.util.List;

/** A form as its author wrote it: the three sheets of XLSForm. */
public record XlsForm(String file, Row settings, List<Row> survey, List<Row> choices) {
    public XlsForm {
        survey = List.copyOf(survey);
        choices = List.copyOf(choices);
    }
}
