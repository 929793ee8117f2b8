package danvan.form;

import danvan.form.session.EngineMessages;
import danvan.form.session.FormEngine;
import danvan.form.session.LoadCheck;
import danvan.form.xform.Attachments;
import danvan.form.xform.ExternalInstances;
import danvan.form.xform.Refusal;
import danvan.form.xform.TextDecoder;
import danvan.form.xform.XFormNormalizer;
import danvan.form.xform.Xml;
import danvan.form.xlsform.FormFile;
import danvan.form.xlsform.FormSource;
import danvan.form.xlsform.Row;
import danvan.form.xlsform.SurveyNode;
import danvan.form.xlsform.SurveyReader;
import danvan.form.xlsform.XFormTexts;
import danvan.form.xlsform.XFormWriter;
import danvan.form.xlsform.XlsForm;
import danvan.form.xlsform.XlsxReader;
import danvan.form.xlsform.YamlReader;
import danvan.text.Problem;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One file into one form, or into problems. */
public final class FormLoader {
    private final String file;
    private final Attachments attachments;
    private final Set<Problem> found = new LinkedHashSet<>();
    /** For a form made of rows: which row each path came from, and the settings. */
    private final Map<String, Row> rows = new HashMap<>();

    private Row settings = new Row("settings", 1, Map.of());

    private FormLoader(String file, Attachments attachments) {
        this.file = file;
        this.attachments = attachments;
    }

    /** Also workbooks that are refused when they are opened: their author is to hear why. */
    static boolean isForm(Path file) {
        var name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && !name.startsWith("~$")
                && !name.startsWith(".")
                && FormFile.kind(name).isPresent();
    }

    public static Optional<Form> load(Path path, Consumer<Problem> problems) {
        var name = String.valueOf(path.getFileName());
        var loader = new FormLoader(name, Attachments.besides(path));
        Optional<Form> form = Optional.empty();
        try {
            if (Files.size(path) > WorkbookParts.LARGEST_FILE) {
                loader.report(Refusal.tooLarge(Files.size(path)));
            } else {
                form = loader.load(Files.readAllBytes(path));
            }
        } catch (IOException e) {
            loader.report(
                    FormProblem.of("unreadable", String.valueOf(e.getMessage())), FormProblem.of("want.readable"));
        }
        loader.found.forEach(problems);
        return form;
    }

    public static Optional<Form> read(String file, byte[] content, Consumer<Problem> problems) {
        return FormBundle.isBundle(file)
                ? bundled(file, content, problems)
                : read(file, content, Attachments.none(), problems);
    }

    private static Optional<Form> read(
            String file, byte[] content, Attachments attachments, Consumer<Problem> problems) {
        var loader = new FormLoader(file, attachments);
        var form = loader.load(content);
        loader.found.forEach(problems);
        return form;
    }

    private static Optional<Form> bundled(String file, byte[] content, Consumer<Problem> problems) {
        var refusing = new FormLoader(file, Attachments.none());
        try {
            var bundle = FormBundle.read(content);
            var forms = bundle.forms();
            if (forms.size() == 1) {
                var name = forms.iterator().next();
                var form = bundle.files().getOrDefault(name, new byte[0]);
                return read(name, form, Attachments.of(bundle.files()), problems);
            }
            refusing.report(FormProblem.of("bundle.several", forms.size()), FormProblem.of("want.oneForm"));
        } catch (IOException e) {
            refusing.report(FormProblem.of("bundle.unreadable"), FormProblem.of("want.oneForm"));
        }
        refusing.found.forEach(problems);
        return Optional.empty();
    }

    private Optional<Form> load(byte[] content) {
        try {
            return switch (FormFile.kind(file).orElse("")) {
                case "yml" ->
                    text(content)
                            .flatMap(yaml -> compiled(YamlReader.read(file, yaml, found::add)))
                            .flatMap(this::parsed);
                case "xml", "xhtml" -> text(content).flatMap(this::parsed);
                case "xlsx", "xlsm", "xls" ->
                    compiled(XlsxReader.read(file, content, found::add)).flatMap(this::parsed);
                default -> {
                    report(FormProblem.of("noForm"), FormProblem.of("want.form"));
                    yield Optional.empty();
                }
            };
        } catch (StackOverflowError e) {
            // Brackets or groups nested by the thousand; nothing has been changed outside this loader.
            report(FormProblem.of("tooDeep"), FormProblem.of("want.depth"));
            return Optional.empty();
        }
    }

    private Optional<String> text(byte[] content) {
        try {
            // Strict: a file in another encoding must not become a form full of question marks.
            return Optional.of(TextDecoder.text(content));
        } catch (CharacterCodingException e) {
            report(FormProblem.of("notUtf8"), FormProblem.of("want.utf8"));
            return Optional.empty();
        }
    }

    private Optional<String> compiled(Optional<XlsForm> form) {
        form.ifPresent(sheets -> settings = sheets.settings());
        return form.flatMap(sheets -> SurveyReader.read(sheets, found::add))
                .map(survey -> {
                    remember(survey.root());
                    return XFormWriter.write(survey, found::add);
                })
                .filter(xform -> found.isEmpty());
    }

    private void remember(SurveyNode.Group group) {
        for (var node : group.children()) {
            rows.put(node.path(), node.row());
            if (node instanceof SurveyNode.Group inner) {
                remember(inner);
            }
        }
    }

    private Optional<Form> parsed(String xform) {
        try {
            var document = Xml.parse(xform);
            var refusal = XFormNormalizer.refusal(document);
            if (refusal.isPresent()) {
                report(refusal.get());
                return Optional.empty();
            }
            ExternalInstances.mend(document, attachments, problem -> report(problem, FormProblem.of("want.complete")));
            XFormNormalizer.mend(document);
            var mended = Xml.write(document);
            var parsed = FormEngine.parse(mended);
            LoadCheck.run(parsed, problem -> report(problem, FormProblem.of("want.chat")));
            return found.isEmpty() ? Optional.of(form(mended, parsed)) : Optional.empty();
        } catch (SAXException e) {
            int line = e instanceof SAXParseException at ? at.getLineNumber() : 0;
            report(FormProblem.of("malformedXml", Math.max(1, line)), FormProblem.of("want.xform"));
        } catch (RuntimeException e) {
            // JavaRosa reports what is wrong with a form by whatever exception comes first.
            report(FormProblem.of("cannotRun", EngineMessages.of(e)), FormProblem.of("want.valid"));
        }
        return Optional.empty();
    }

    private Form form(String xform, FormEngine parsed) {
        var source = new FormSource(file, xform, settings, rows, attachments);
        return new Form(
                parsed.id(), parsed.version(), parsed.languages(), parsed.titles(XFormTexts.TITLE), parsed, source);
    }

    private void report(Refusal refusal) {
        report(refusal.found(), refusal.expected());
    }

    /** A problem that names a path is told at the row the path came from. */
    private void report(Problem what, Problem expected) {
        found.add(FormSource.problem(file, rows, what, expected));
    }
}
