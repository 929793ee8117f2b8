package danvan.form;

import java.util.List;

/** A form as its author wrote it: the three sheets of XLSForm. */
record XlsForm(String file, Row settings, List<Row> survey, List<Row> choices) {
    XlsForm {
        survey = List.copyOf(survey);
        choices = List.copyOf(choices);
    }
}
