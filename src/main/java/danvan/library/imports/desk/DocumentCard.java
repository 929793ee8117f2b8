package danvan.library.imports.desk;

import danvan.chat.Button;
import danvan.text.Folding;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A document as the office sees it: one card with its fields and the words they come from, and one tap for each. */
final class DocumentCard {
    private static final int LONGEST_WORDS = 90;
    private static final int LONGEST_OPENING = 420;
    private static final int FIELDS_A_ROW = 3;

    private DocumentCard() {}

    static String text(Texts.Phrases texts, Documents.Paper paper) {
        StringBuilder text = new StringBuilder(
                texts.say("office.paperRead", "file", paper.fileName(), "passages", paper.passages()));
        String told = "";
        for (Documents.Field field : paper.fields()) {
            text.append('\n').append(line(texts, field, told));
            told = field.words();
        }
        paper.effects()
                .forEach(effect -> text.append("\n▸ ")
                        .append(texts.say("office.effect." + effect.name()))
                        .append(": ")
                        .append(Markup.bold(effect.what())));
        if (!paper.opening().isBlank()) {
            text.append("\n\n")
                    .append(texts.say("office.opening"))
                    .append('\n')
                    .append(Markup.quote(Markup.escape(cut(paper.opening(), LONGEST_OPENING))));
        }
        if (!paper.leftOut().isEmpty()) {
            text.append("\n\n")
                    .append(texts.say(
                            "office.leftOut",
                            "kinds",
                            paper.leftOut().stream()
                                    .map(kind -> texts.plain("office.furniture." + kind))
                                    .collect(Collectors.joining(", "))));
        }
        if (paper.recognised()) {
            text.append("\n\n").append(texts.say("office.recognised"));
        }
        return text.toString();
    }

    /** What waits: the card, what the library holds of it beside it, and the question. */
    static String waiting(Texts.Phrases texts, Documents.Paper paper) {
        StringBuilder text = new StringBuilder(text(texts, paper));
        paper.rival().ifPresent(rival -> text.append("\n\n").append(sideBySide(texts, paper, rival)));
        List<String> unsure = paper.fields().stream()
                .filter(field -> !field.sure())
                .map(field -> texts.plain("office.field." + field.name()))
                .toList();
        text.append("\n\n")
                .append(
                        unsure.isEmpty()
                                ? texts.say("office.isItRight")
                                : texts.say("office.lookAt", "fields", String.join(", ", unsure)));
        return text.toString();
    }

    private static String line(Texts.Phrases texts, Documents.Field field, String before) {
        String value = field.value().isBlank()
                ? Markup.italic(texts.plain("office.notOnThePage"))
                : Markup.bold(field.value());
        String words = field.words().replaceAll("\\s+", " ").strip();
        // What the value already shows, or the line above, is not said twice.
        boolean told = words.isEmpty()
                || field.words().equals(before)
                || folded(field.value()).contains(folded(words))
                || (folded(words).contains(folded(field.value()))
                        && words.length() < field.value().length() + 8);
        return (field.sure() ? "• " : "❓ ")
                + texts.say("office.field." + field.name())
                + ": "
                + value
                + (told ? "" : "\n   " + Markup.italic("«" + cut(words, LONGEST_WORDS) + "»"));
    }

    /** Field by field what comes and what is held; those that agree in one line. */
    private static String sideBySide(Texts.Phrases texts, Documents.Paper paper, Documents.Rival rival) {
        StringBuilder text = new StringBuilder(
                texts.say(rival.same() ? "office.newVersion" : "office.sameAs", "document", rival.title()));
        List<String> alike = new ArrayList<>();
        for (Documents.Field held : rival.fields()) {
            String name = texts.plain("office.field." + held.name());
            String ours = paper.fields().stream()
                    .filter(field -> field.name().equals(held.name()))
                    .map(Documents.Field::value)
                    .findFirst()
                    .orElse("");
            if (ours.equals(held.value())) {
                alike.add(name);
            } else {
                text.append('\n')
                        .append(texts.say(
                                "office.differs",
                                "field",
                                name,
                                "new",
                                said(texts, ours),
                                "held",
                                said(texts, held.value())));
            }
        }
        if (!alike.isEmpty()) {
            text.append('\n').append(texts.say("office.alike", "fields", String.join(", ", alike)));
        }
        if (!rival.opening().isBlank()) {
            text.append('\n')
                    .append(texts.say("office.openingHeld"))
                    .append('\n')
                    .append(Markup.quote(Markup.escape(cut(rival.opening(), LONGEST_OPENING))));
        }
        return text.toString();
    }

    private static String said(Texts.Phrases texts, String value) {
        return value.isBlank() ? texts.plain("office.notOnThePage") : value;
    }

    static List<List<Button>> choices(Texts.Phrases texts, Documents.Paper paper) {
        List<List<Button>> rows = new ArrayList<>();
        if (paper.rival().isPresent()) {
            rows.add(List.of(
                    button(texts, "office.replaceHeld", DocumentAct.REPLACE, paper),
                    button(texts, "office.keepBoth", DocumentAct.BESIDE, paper)));
        } else {
            rows.add(List.of(button(texts, "office.yes", DocumentAct.CONFIRM, paper)));
        }
        rows.addAll(fields(texts, paper, false));
        rows.add(List.of(button(texts, "office.paperDrop", DocumentAct.DROP, paper)));
        return rows;
    }

    /** A button for each field, those that are unsure first. */
    private static List<List<Button>> fields(Texts.Phrases texts, Documents.Paper paper, boolean daysOnly) {
        List<Button> buttons = new ArrayList<>();
        for (boolean sure : new boolean[] {false, true}) {
            for (int i = 0; i < paper.fields().size(); i++) {
                Documents.Field field = paper.fields().get(i);
                boolean day = field.name().equals("issued") || field.name().equals("inForce");
                if (field.sure() == sure && (!daysOnly || day)) {
                    buttons.add(new Button(
                            (sure ? "✏️ " : "❓ ") + texts.plain("office.field." + field.name()),
                            DocumentAct.ACTIONS.action(DocumentAct.FIELD, paper.id(), i)));
                }
            }
        }
        List<List<Button>> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += FIELDS_A_ROW) {
            rows.add(buttons.subList(from, Math.min(from + FIELDS_A_ROW, buttons.size())));
        }
        return rows;
    }

    /** What can be done with what is live, or was taken out. */
    static List<List<Button>> heldChoices(Texts.Phrases texts, Documents.Paper paper) {
        List<List<Button>> rows = new ArrayList<>();
        if (paper.withdrawn()) {
            rows.add(List.of(button(texts, "office.bringBack", DocumentAct.BRING_BACK, paper)));
        } else {
            rows.addAll(fields(texts, paper, true));
            rows.add(List.of(button(texts, "office.withdraw", DocumentAct.WITHDRAW, paper)));
        }
        return rows;
    }

    private static Button button(Texts.Phrases texts, String key, DocumentAct act, Documents.Paper paper) {
        return new Button(texts.plain(key), DocumentAct.ACTIONS.action(act, paper.id()));
    }

    private static String folded(String text) {
        return Folding.spelling(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** "rong.pdf: nó trống": a line for each file that could not be read. */
    static String failures(Texts.Phrases texts, List<Documents.Paper> failed, int most) {
        return failed.stream()
                .limit(most)
                .map(paper -> "• " + Markup.bold(paper.fileName()) + ": "
                        + texts.say("office.obstacle." + paper.failure().orElseThrow()))
                .collect(Collectors.joining("\n"));
    }
}
