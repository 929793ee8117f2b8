package danvan.form;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.xml.sax.SAXException;

/** One file into one form, or into problems. */
final class FormLoader {
    private final String file;
    private final Set<FormProblem> found = new LinkedHashSet<>();

    private FormLoader(String file) {
        this.file = file;
    }

    static boolean isForm(Path file) {
        var name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".yml") || name.endsWith(".xml"));
    }

    static Optional<Form> load(Path path, Consumer<FormProblem> problems) {
        var loader = new FormLoader(String.valueOf(path.getFileName()));
        var form = loader.load(path);
        loader.found.forEach(problems);
        return form;
    }

    private Optional<Form> load(Path path) {
        try {
            // Strict: a file in another encoding must not become a form full of question marks.
            var text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(path)));
            var source = text.toString();
            return (file.endsWith(".yml") ? compiled(source) : Optional.of(source)).flatMap(this::parsed);
        } catch (CharacterCodingException e) {
            report("is not text in UTF-8", "a file saved as UTF-8");
        } catch (IOException e) {
            report("cannot be read: " + e.getMessage(), "a readable file");
        }
        return Optional.empty();
    }

    private Optional<String> compiled(String yaml) {
        return YamlRows.read(file, yaml, found::add)
                .flatMap(rows -> SurveyReader.read(rows, found::add))
                .map(survey -> XFormWriter.write(survey, found::add))
                .filter(xform -> found.isEmpty());
    }

    private Optional<Form> parsed(String xform) {
        try {
            var document = Xml.parse(xform);
            XFormMending.mend(document);
            var mended = Xml.write(document);
            var parsed = ParsedForm.parse(mended);
            XFormChecks.check(parsed, (where, problem) -> report(where + " " + problem, "a form a chat can ask"));
            return found.isEmpty() ? Optional.of(form(mended, parsed)) : Optional.empty();
        } catch (SAXException e) {
            report("is not well-formed XML: " + e.getMessage(), "an XForm");
        } catch (RuntimeException e) {
            // JavaRosa reports what is wrong with a form by whatever exception comes first.
            report("is no form that can be run: " + rootMessage(e), "a valid form");
        }
        return Optional.empty();
    }

    private Form form(String xform, ParsedForm parsed) {
        var root = parsed.form().getMainInstance().getRoot();
        var id = Optional.ofNullable(root.getAttributeValue(null, "id")).orElse(root.getName());
        var version =
                Optional.ofNullable(root.getAttributeValue(null, "version")).orElse("");
        return new Form(id, version, parsed.languages(), titles(parsed), new ParsedForms(xform, parsed));
    }

    private static Map<String, String> titles(ParsedForm parsed) {
        var titles = new LinkedHashMap<String, String>();
        var localizer = parsed.form().getLocalizer();
        var plain = Optional.ofNullable(parsed.form().getTitle()).orElse("");
        titles.put(parsed.languages().defaultName(), plain);
        for (var name : parsed.languages().names()) {
            var text = localizer.getRawText(name, XFormTexts.TITLE);
            titles.put(name, text == null ? plain : text);
        }
        return titles;
    }

    private static String rootMessage(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }

    private void report(String what, String expected) {
        found.add(new FormProblem(file, "", 0, "", what, expected));
    }
}
