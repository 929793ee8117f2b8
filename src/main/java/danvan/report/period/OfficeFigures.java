package danvan.report.period;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.port.Figures;
import danvan.form.Forms;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.Period;
import danvan.report.ReportForms;
import danvan.report.export.Column;
import danvan.report.export.FormTables;
import danvan.report.period.PeriodFigures.When;
import danvan.report.store.ReportStore;
import danvan.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form's figures for the desk, put together as for the period's Word file, so that both say the same. Reading a year's
 * reports takes a while: the last sheets are kept until a report comes in or changes. Safe for use by several threads.
 */
public final class OfficeFigures implements Figures {
    private static final int MOST_KEPT = 60;

    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;

    private final Map<Key, Sheet> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sheet> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * What a sheet was made of.
     *
     * @param forms as they were served
     * @param last the number of the last thing that happened to any report
     */
    private record Key(Forms forms, Language language, String form, Period period, String unit, long last) {}

    public OfficeFigures(ReportForms forms, ReportStore store, Organization organization) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
    }

    @Override
    public Optional<Sheet> of(Person person, Language language, String form, String period, String unit) {
        boolean seen = organization.unit(unit).isPresent()
                && (person.role() == Role.AUDITOR
                        || person.role().atLeast(Role.OFFICE)
                        || organization.isWithin(unit, person.unit()));
        return seen
                ? Period.of(period)
                        .map(meant -> sheet(new Key(
                                forms.served().get(),
                                language,
                                form,
                                meant,
                                unit,
                                store.history().last())))
                : Optional.empty();
    }

    private Sheet sheet(Key key) {
        synchronized (kept) {
            Sheet known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Sheet made = made(key);
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }

    private Sheet made(Key key) {
        PeriodFigures figures = PeriodFigures.of(
                store.pages(),
                key.forms(),
                organization,
                key.unit(),
                key.period(),
                key.language().code(),
                Set.of(key.form()));
        String reports = PeriodFigures.reportsOf(key.form());
        List<PeriodFigures.Line> numbers = figures.lines().stream()
                .filter(line -> !line.key().equals(reports) && !line.key().contains("="))
                .toList();
        List<Place> places = new ArrayList<>();
        for (UnitRef place : organization.below(key.unit())) {
            places.add(new Place(
                    place.code(),
                    place.name(),
                    figures.sum(reports, When.NOW, place.code()),
                    numbers.stream()
                            .map(line -> figures.value(line.key(), When.NOW, place.code()))
                            .toList()));
        }
        return new Sheet(
                key.period().code(),
                key.period().previous().code(),
                value(figures, reports),
                figures.reportingUnits(),
                numbers.stream()
                        .map(line -> new Figure(line.label(), value(figures, line.key())))
                        .toList(),
                questions(key, figures),
                places);
    }

    private static List<Question> questions(Key key, PeriodFigures figures) {
        Set<String> known = new java.util.HashSet<>();
        figures.lines().forEach(line -> known.add(line.key()));
        List<Question> questions = new ArrayList<>();
        FormTables tables = FormTables.of(
                key.forms(), key.form(), key.form(), key.language().code());
        for (Column column : tables.columns().toList()) {
            String name = key.form() + "." + column.name() + "=";
            if (column.type().isSelect()
                    && !column.personal()
                    && known.stream().anyMatch(one -> one.startsWith(name))) {
                List<Choice> choices = new ArrayList<>();
                column.labels()
                        .forEach((stored, label) -> choices.add(
                                new Choice(label, column.path() + "=" + stored, value(figures, name + stored))));
                // What was chosen from a list that has changed since, or came from another form.
                figures.lines().stream()
                        .filter(line -> line.key().startsWith(name)
                                && !column.labels().containsKey(line.key().substring(name.length())))
                        .forEach(line -> choices.add(
                                chosenOnce(column, line.key().substring(name.length()), value(figures, line.key()))));
                questions.add(new Question(column.label(), choices));
            }
        }
        return questions;
    }

    private static Choice chosenOnce(Column column, String stored, Value value) {
        return new Choice(stored, column.path() + "=" + stored, value);
    }

    private static Value value(PeriodFigures figures, String key) {
        return new Value(
                figures.value(key, When.NOW, ""),
                figures.value(key, When.BEFORE, ""),
                figures.value(key, When.YEAR, ""));
    }
}
