package danvan.report.office;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.port.ReportFilter;
import danvan.form.Choice;
import danvan.form.Field;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.form.QuestionType;
import danvan.organization.directory.Organization;
import danvan.report.MonthSpan;
import danvan.report.Period;
import danvan.report.ReportForms;
import danvan.report.store.ReportCriteria;
import danvan.report.store.ReportStatus;
import danvan.report.store.SearchedWord;
import danvan.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as the store takes it, within what its person may see. Safe for use by several threads. */
public final class WantedReports {
    /** A search for a word that most labels have is a search for none. */
    private static final int MOST_CHOICES = 40;

    private static final int MOST_WORDS = 8;

    private final ReportForms forms;
    private volatile @Nullable Labels known;
    private final Organization organization;

    public WantedReports(ReportForms forms, Organization organization) {
        this.forms = forms;
        this.organization = organization;
    }

    /** All that a person may see: leads those of their unit and below, their own, and what was assigned to them. */
    public ReportCriteria visible(Person person) {
        return seesAll(person)
                ? ReportCriteria.ALL
                : ReportCriteria.ALL.within(organization.codesWithin(person.unit()), person.id());
    }

    /** Those of them that came in on a day or later. */
    ReportCriteria since(Person person, LocalDate day) {
        return visible(person).since(start(day));
    }

    static boolean seesAll(Person person) {
        return person.role() == Role.AUDITOR || person.role().atLeast(Role.OFFICE);
    }

    public ReportCriteria of(Person person, ReportFilter filter) {
        List<SearchedWord> words = words(filter.words());
        boolean anywhere = filter.unit().isEmpty();
        return new ReportCriteria(
                filter.states().stream()
                        .map(state -> ReportStatus.valueOf(state.name()))
                        .collect(Collectors.toSet()),
                filter.form(),
                filter.version(),
                filter.period().map(this::within),
                filter.from().map(this::start),
                filter.to().map(day -> start(day.plusDays(1))),
                units(person, filter.unit(), filter.below()),
                // What is one's own or was assigned to one may lie outside of one's units.
                anywhere && !seesAll(person) ? Optional.of(person.id()) : Optional.empty(),
                filter.reporter(),
                switch (filter.assigned()) {
                    case ANYBODY -> Optional.empty();
                    case NOBODY -> Optional.of(ReportCriteria.NOBODY);
                    case SOMEBODY -> filter.assignee();
                },
                filter.urgent(),
                filter.nil(),
                filter.withFiles(),
                words,
                choices(filter, words),
                // What the form does not have nobody has chosen.
                filter.choice()
                        .map(choice -> filter.form()
                                .flatMap(form -> chosen(form, choice))
                                .orElse(new ReportCriteria.Choice("", "", false))));
    }

    private Optional<ReportCriteria.Choice> chosen(String form, String choice) {
        return field(form, choice, "")
                .map(field -> new ReportCriteria.Choice(
                        field.path(),
                        choice.substring(field.path().length() + 1),
                        field.type() == QuestionType.SELECT_MULTIPLE));
    }

    /** The question and the label of what is chosen in {@code path=value}. */
    Optional<String> chosen(String form, String choice, String language) {
        return field(form, choice, language)
                .map(field -> field.label() + ": "
                        + field.choices().stream()
                                .filter(one -> choice.equals(field.path() + "=" + one.value()))
                                .map(Choice::label)
                                .findFirst()
                                .orElse(choice.substring(field.path().length() + 1)));
    }

    /** Of any version: choices that are offered no more were chosen all the same. */
    private Optional<Field> field(String form, String choice, String language) {
        List<Form> versions = forms.served().get().versions(form);
        for (int i = versions.size() - 1; i >= 0; i--) {
            Form version = versions.get(i);
            Optional<Field> found = version.fields(language.isEmpty() ? version.defaultLanguage() : language).stream()
                    .filter(field -> field.type().isSelect() && !field.personal())
                    .filter(field -> choice.startsWith(field.path() + "="))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Signs between words are nothing; where there is nothing else, nothing is found. */
    private static List<SearchedWord> words(List<String> typed) {
        List<SearchedWord> all = typed.stream()
                .map(word -> SearchedWord.of(Folding.folded(word)))
                .distinct()
                .toList();
        List<SearchedWord> some = all.stream()
                .filter(word -> !word.parts().isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return some.isEmpty() ? all : some;
    }

    private ReportCriteria.Within within(String typed) {
        Optional<MonthSpan> months = Period.of(typed).map(Period::months);
        return months.map(span ->
                        new ReportCriteria.Within(span.codes(), span.start(forms.zone()), span.end(forms.zone())))
                // What is no period is nobody's.
                .orElseGet(
                        () -> new ReportCriteria.Within(List.of(), java.time.Instant.EPOCH, java.time.Instant.EPOCH));
    }

    private java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(forms.zone()).toInstant();
    }

    /** The units that count; empty for all there are. */
    private Optional<Set<String>> units(Person person, Optional<String> unit, boolean below) {
        Optional<Set<String>> own =
                seesAll(person) ? Optional.empty() : Optional.of(organization.codesWithin(person.unit()));
        if (unit.isEmpty()) {
            return own;
        }
        Set<String> wanted = below ? organization.codesWithin(unit.get()) : Set.of(unit.get());
        return Optional.of(wanted.stream()
                .filter(code -> own.map(units -> units.contains(code)).orElse(true))
                .collect(Collectors.toSet()));
    }

    /** People look for what they have read: a choice's label, of which only the value is stored. */
    private Map<SearchedWord, List<ReportCriteria.Choice>> choices(ReportFilter filter, List<SearchedWord> words) {
        Map<SearchedWord, List<ReportCriteria.Choice>> all = new HashMap<>();
        if (words.isEmpty()) {
            return all;
        }
        List<Labelled> labels = labels();
        for (SearchedWord word : words) {
            Set<ReportCriteria.Choice> found = labels.stream()
                    .filter(one -> filter.form().map(one.form()::equals).orElse(true))
                    .filter(one -> word.isIn(one.label()))
                    .map(Labelled::choice)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!found.isEmpty() && found.size() <= MOST_CHOICES) {
                all.put(word, new ArrayList<>(found));
            }
        }
        return all;
    }

    /** A choice that may be searched for, with its folded label in one of the languages. */
    private record Labelled(String form, String label, ReportCriteria.Choice choice) {}

    private record Labels(Forms of, List<Labelled> all) {}

    /** Those of all forms in all languages, read once for as long as the forms are the same. */
    private List<Labelled> labels() {
        Forms now = forms.served().get();
        Labels kept = known;
        if (kept == null || kept.of() != now) {
            List<Labelled> all = new ArrayList<>();
            for (Form form : now.all()) {
                form.languages().forEach(language -> form.fields(language).forEach(field -> add(form, field, all)));
            }
            kept = new Labels(now, List.copyOf(all));
            known = kept;
        }
        return kept.all();
    }

    private static void add(Form form, Field field, List<Labelled> all) {
        if (field.personal()) {
            return;
        }
        boolean several = field.type() == QuestionType.SELECT_MULTIPLE;
        for (Choice choice : field.choices()) {
            all.add(new Labelled(
                    form.id(),
                    Folding.folded(choice.label()),
                    new ReportCriteria.Choice(field.path(), choice.value(), several)));
        }
    }
}
