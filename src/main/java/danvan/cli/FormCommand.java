package danvan.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import danvan.form.Forms;
import danvan.form.check.FormCheck;
import danvan.form.check.FormDoctor;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What an author of forms needs on the command line. */
@Command(
        name = "form",
        description = "Looks at report forms: XLSForms (.xlsx, .yml) and XForms (.xml).",
        subcommands = FormCommand.Check.class)
final class FormCommand implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** One line a form, for people and for spreadsheets. */
    @Command(
            name = "check",
            description = {
                "Walks through every form with generated answers, in every language, with two of every repeat, and again",
                "with the draft saved and loaded after each answer; every answer must be in the report as it was given.",
                "Prints one line a form, its columns parted by tabs.",
                "Exit status 1 when a form cannot be given to people; the column «problems» says why.",
                "A note there is for the author of a form that can."
            })
    static final class Check implements Callable<Integer> {
        private static final String COLUMNS =
                "path\tkind\tloads\tfinalises\trestores identically\tanswers kept\tquestions\tms a message (p50)\tproblems";

        @Parameters(arity = "1..*", paramLabel = "PATH", description = "Forms, or folders with forms, at any depth.")
        private List<Path> paths = List.of();

        @Override
        public Integer call() {
            // What the engine says of a form while it reads it is said in the column «problems», in plain words.
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            var forms = new ArrayList<Path>();
            for (Path path : paths) {
                if (!Files.exists(path)) {
                    err.println(path + ": there is no such file or folder");
                    return 2;
                }
                forms.addAll(Forms.filesBelow(path));
            }
            out.println(COLUMNS);
            int unfit = 0;
            for (int i = 0; i < forms.size(); i++) {
                err.println((i + 1) + "/" + forms.size() + " " + forms.get(i));
                FormCheck check = FormCheck.of(forms.get(i));
                unfit += check.isFit() ? 0 : 1;
                out.println(line(forms.get(i), check));
            }
            err.println(forms.size() + " forms, " + (forms.size() - unfit) + " fit for people, " + unfit + " not");
            return unfit == 0 ? 0 : 1;
        }

        private static String line(Path file, FormCheck check) {
            Stream<String> remarks = check.diagnosis().stream()
                    .flatMap(found -> found.remarks().stream())
                    .map(remark -> "note: " + remark.withoutFile());
            String problems = Stream.concat(
                            check.problems().stream()
                                    .map(problem -> problem.withoutFile().toString()),
                            remarks)
                    .map(text -> text.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(" | "));
            return check.diagnosis()
                    .map(found -> String.join("\t", file.toString(), check.kind(), "yes", figures(found), problems))
                    .orElseGet(() ->
                            String.join("\t", file.toString(), check.kind(), "no", "no", "no", "no", "", "", problems));
        }

        private static String figures(FormDoctor.Diagnosis found) {
            return String.format(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%d\t%.2f",
                    found.finalises() ? "yes" : "no",
                    found.restores() ? "yes" : "no",
                    found.keepsAnswers() ? "yes" : "no: " + String.join(", ", found.lost()),
                    found.questions(),
                    found.millis());
        }
    }
}
