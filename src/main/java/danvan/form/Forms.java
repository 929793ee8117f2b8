package danvan.form;

import danvan.form.xform.Attachments;
import danvan.form.xlsform.FormFile;
import danvan.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The forms that are served: every version by its id and version, the newest by its id alone. */
public final class Forms {
    private final Map<String, List<Form>> byId;

    private Forms(Map<String, List<Form>> byId) {
        this.byId = byId;
    }

    /**
     * Reads every {@code .xlsx} and {@code .yml} (XLSForm) and {@code .xml} (XForm) of a folder. What is wrong with one is reported,
     * all of it at once, and that form is left out; the others are served. The folder need not be there.
     */
    public static Forms load(Path folder, Consumer<Problem> problems) {
        var found = new LinkedHashMap<String, List<Form>>();
        for (var file : files(folder)) {
            FormLoader.load(file, problems).ifPresent(form -> {
                var versions = found.computeIfAbsent(form.id(), id -> new ArrayList<>());
                if (versions.stream().anyMatch(f -> f.version().equals(form.version()))) {
                    problems.accept(FormProblem.at(
                            String.valueOf(file.getFileName()),
                            "settings",
                            0,
                            "version",
                            FormProblem.of("twinForm", form.toString()),
                            FormProblem.of("want.otherVersion")));
                } else {
                    versions.add(form);
                }
            });
        }
        found.values().forEach(versions -> versions.sort((a, b) -> VersionOrder.compare(a.version(), b.version())));
        return new Forms(found);
    }

    /**
     * Reads a form that was kept after the doctor had walked through it; {@link danvan.form.check.FormCheck} has it do so.
     *
     * @param file its name; the ending says what it is
     */
    public static Optional<Form> read(String file, byte[] content, Consumer<Problem> problems) {
        return FormLoader.read(file, content, problems);
    }

    /** Whether a file that somebody has sent means to be a form, sound or not, rather than something else. */
    public static boolean isForm(String file, byte[] content) {
        if (!FormBundle.isBundle(file)) {
            return FormFile.isForm(file, content);
        }
        try {
            return !FormBundle.read(content).forms().isEmpty();
        } catch (IOException e) {
            // It will be told when it is read.
            return true;
        }
    }

    /** These forms and another version, or another form. What is there already stays as it is. */
    public Forms with(Form added) {
        var more = new LinkedHashMap<String, List<Form>>();
        byId.forEach((id, versions) -> more.put(id, new ArrayList<>(versions)));
        var versions = more.computeIfAbsent(added.id(), id -> new ArrayList<>());
        if (versions.stream().noneMatch(form -> form.version().equals(added.version()))) {
            versions.add(added);
            versions.sort((a, b) -> VersionOrder.compare(a.version(), b.version()));
        }
        return new Forms(more);
    }

    /** The forms in a folder, at any depth, or the one file; files that are lists of another form are left out. */
    public static List<Path> filesBelow(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var walked = Files.walk(path)) {
            return walked.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(folder -> files(folder).stream())
                    .filter(Forms::looksLikeForm)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the forms in " + path, e);
        }
    }

    /** XML of other kinds lies about in many folders. */
    private static boolean looksLikeForm(Path file) {
        if (!String.valueOf(file.getFileName()).endsWith("ml")
                || file.toString().endsWith(".yml")) {
            return true;
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains("http://www.w3.org/2002/xforms");
        } catch (IOException e) {
            // It will be told when the file is loaded.
            return true;
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var listed = Files.list(folder)) {
            var files = listed.filter(FormLoader::isForm).sorted().toList();
            var attachments = new HashSet<String>();
            for (var file : files) {
                if (file.toString().endsWith(".xml") || file.toString().endsWith(".xhtml")) {
                    attachments.addAll(Attachments.namedIn(Files.readString(file, StandardCharsets.ISO_8859_1)));
                }
            }
            return files.stream()
                    .filter(file -> !attachments.contains(String.valueOf(file.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the forms in " + folder, e);
        }
    }

    /** The newest version of each form, in the order of their files. */
    public Collection<Form> all() {
        return byId.values().stream().map(Forms::newest).toList();
    }

    /** The newest version: the one a new draft is begun on. */
    public Optional<Form> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Forms::newest);
    }

    /** The version a draft was begun on. */
    public Optional<Form> find(String id, String version) {
        return byId.getOrDefault(id, List.of()).stream()
                .filter(form -> form.version().equals(version))
                .findFirst();
    }

    /** Every version of a form, the oldest first. */
    public List<Form> versions(String id) {
        return List.copyOf(byId.getOrDefault(id, List.of()));
    }

    private static Form newest(List<Form> versions) {
        return versions.get(versions.size() - 1);
    }
}
