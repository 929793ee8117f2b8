package danvan.form.session;

import danvan.form.FormContext;
import danvan.form.FormException;
import danvan.form.xform.FormLanguages;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.jspecify.annotations.Nullable;

/** An XForm in memory, for one draft at a time: whoever has checked it out loads a draft into it and works on it. */
public final class FormEngine {
    private final FormDef form;
    private final FormEntryController controller;
    private final SessionClock clock = new SessionClock();
    private final FormLanguages languages;
    private final FormTexts texts;
    /** The instance as parsed, templates included, never filled in. */
    private final TreeElement pristine;

    private final boolean calculatesAnswers;

    private @Nullable LongAdder restores;

    private FormEngine(FormDef form) {
        this.form = form;
        this.controller = new FormEntryController(new FormEntryModel(form));
        this.pristine = form.getMainInstance().getRoot().deepCopy(true);
        this.calculatesAnswers = CalculatedAnswers.areIn(pristine);
        this.languages = FormLanguages.of(form.getLocalizer());
        this.texts = new FormTexts(form);
        clock.install(controller);
        ListFunctions.install(controller);
    }

    /**
     * Parses an XForm. JavaRosa's parser keeps state in statics, so one may run at a time in the whole process: the lock
     * is this class, which exists as often as those statics do.
     */
    public static FormEngine parse(String xform) {
        synchronized (FormEngine.class) {
            new XFormsModule().registerModule();
            try {
                return new FormEngine(new XFormParser(new StringReader(xform)).parse());
            } catch (XFormParser.ParseException e) {
                throw new FormException("Parsing an XForm", e);
            }
        }
    }

    void begin(FormContext context, String instanceId) {
        clock.set(context, instanceId);
        load(pristine.deepCopy(true));
        speak(context.language());
        form.initialize(true, new InstanceInitializationFactory());
    }

    /** A new draft with the answers of another one. What the form fills in at the beginning is filled in again. */
    void beginLike(String earlierXml, FormContext context, String instanceId) {
        count();
        clock.set(context, instanceId);
        fill(read(earlierXml));
        emptyMeta(form.getMainInstance().getRoot());
        speak(context.language());
        form.initialize(true, new InstanceInitializationFactory());
    }

    private static void emptyMeta(TreeElement root) {
        for (int i = 0; i < root.getNumChildren(); i++) {
            var child = root.getChildAt(i);
            if (child.getName().equals("meta")) {
                for (int j = 0; j < child.getNumChildren(); j++) {
                    child.getChildAt(j).setValue(null);
                }
            }
        }
    }

    /** Counts the restores from now on. */
    void counting(LongAdder counter) {
        restores = counter;
    }

    void restore(String instanceXml, FormContext context) {
        count();
        var saved = read(instanceXml);
        clock.set(context, instanceId(saved));
        fill(saved);
        speak(context.language());
        form.initialize(false, new InstanceInitializationFactory());
    }

    /** The loaded draft in another language: what it calculates may hold words of that language, too. */
    void retell(FormContext context) {
        clock.set(context, instanceId(form.getMainInstance().getRoot()));
        speak(context.language());
        form.initialize(false, new InstanceInitializationFactory());
    }

    private void count() {
        if (restores != null) {
            restores.increment();
        }
    }

    private static TreeElement read(String instanceXml) {
        return XFormParser.restoreDataModel(instanceXml.getBytes(StandardCharsets.UTF_8), null)
                .getRoot();
    }

    private void fill(TreeElement saved) {
        var root = pristine.deepCopy(true);
        if (!saved.getName().equals(root.getName())) {
            throw new FormException("Restoring a draft of another form: its root is " + saved.getName());
        }
        withoutOffsets(saved, root);
        root.populate(saved, form);
        load(root);
    }

    /** Times stand in a draft with the machine's offset and in a submission with the person's; either way, as typed. */
    private static void withoutOffsets(TreeElement saved, TreeElement template) {
        for (int i = 0; i < saved.getNumChildren(); i++) {
            var child = saved.getChildAt(i);
            var same = template.getChildrenWithName(child.getName());
            if (same.isEmpty()) {
                continue;
            }
            int type = same.get(0).getDataType();
            if (type == Constants.DATATYPE_TIME || type == Constants.DATATYPE_DATE_TIME) {
                QuestionPrompt.value(child)
                        .flatMap(ZoneOffsets::without)
                        .ifPresent(local -> child.setValue(new UncastData(local)));
            }
            withoutOffsets(child, same.get(0));
        }
    }

    /** The id the draft was given at its beginning. */
    private static String instanceId(TreeElement element) {
        if (element.getName().equals("instanceID")) {
            return QuestionPrompt.value(element).orElse("").replaceFirst("^uuid:", "");
        }
        for (int i = element.getNumChildren() - 1; i >= 0; i--) {
            var found = element.getChildAt(i).getNumChildren() > 0
                            || element.getChildAt(i).getName().equals("instanceID")
                    ? instanceId(element.getChildAt(i))
                    : "";
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private void load(TreeElement root) {
        // The main instance must stay nameless, or JavaRosa takes its paths for another instance's.
        root.setInstanceName(null);
        form.getMainInstance().setRoot(root);
    }

    private void speak(String language) {
        speakName(languages.name(language));
    }

    /** @param name as the form itself names the language */
    void speakName(String name) {
        // JavaRosa copies every text of the form whenever a language is set, be it the one that is set already.
        if (form.getLocalizer() != null && !name.equals(form.getLocalizer().getLocale())) {
            controller.setLanguage(name);
        }
    }

    /** The form's id, as submissions name it. */
    public String id() {
        return Optional.ofNullable(pristine.getAttributeValue(null, "id")).orElse(pristine.getName());
    }

    /** The author's version; may be empty. */
    public String version() {
        return Optional.ofNullable(pristine.getAttributeValue(null, "version")).orElse("");
    }

    /**
     * The form's title by the name of each language.
     *
     * @param textId of the title in the form's texts, where it is translated
     */
    public Map<String, String> titles(String textId) {
        var titles = new LinkedHashMap<String, String>();
        var plain = Optional.ofNullable(form.getTitle()).orElse("");
        titles.put(languages.defaultName(), plain);
        for (var name : languages.names()) {
            var text = form.getLocalizer().getRawText(name, textId);
            titles.put(name, text == null ? plain : text);
        }
        return titles;
    }

    /** Whether a question of the form is also calculated. */
    boolean calculatesAnswers() {
        return calculatesAnswers;
    }

    /** The instance as parsed; to look at. */
    TreeElement pristine() {
        return pristine;
    }

    /** The instance as XML; with everything, or only what is relevant. */
    String write(boolean relevantOnly) {
        try {
            var bytes = new XFormSerializingVisitor(relevantOnly).serializeInstance(form.getMainInstance());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FormException("Writing the instance of " + form.getTitle(), e);
        }
    }

    public TreeElement element(TreeReference ref) {
        return form.getMainInstance().resolveReference(ref);
    }

    FormDef form() {
        return form;
    }

    FormEntryController controller() {
        return controller;
    }

    public FormEntryModel model() {
        return controller.getModel();
    }

    FormTexts texts() {
        return texts;
    }

    public FormLanguages languages() {
        return languages;
    }
}
