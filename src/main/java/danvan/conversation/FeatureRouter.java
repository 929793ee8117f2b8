package danvan.conversation;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.text.Folding;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which feature answers: a button goes to its feature, a command to its owner, words to the open dialog, then, where
 * they say a command in everyday words, to its owner, and then to whoever takes words. Knows {@code /start}, {@code /help}
 * and {@code /cancel} itself.
 */
public final class FeatureRouter {
    private static final Map<String, String> OWN = Map.of(
            "start", "start",
            "help", "help",
            "trogiup", "help",
            "yardim", "help",
            "cancel", "cancel",
            "huy", "cancel",
            "iptal", "cancel");

    private record Owner(Feature feature, Command command) {}

    private final List<Feature> features;
    private final Map<String, Feature> byName = new LinkedHashMap<>();
    private final Map<String, Owner> byCommand = new LinkedHashMap<>();
    private final PlainWords plainWords = new PlainWords(new Texts());

    /**
     * A switchboard.
     *
     * @param features in the order in which their commands are listed and in which they are asked about free words
     * @throws IllegalArgumentException where two claim the same name or command
     */
    public FeatureRouter(List<Feature> features) {
        this.features = List.copyOf(features);
        for (Feature feature : features) {
            if (byName.put(feature.name(), feature) != null) {
                throw new IllegalArgumentException("two features are called " + feature.name());
            }
            for (Command command : feature.commands()) {
                claim(command.name(), new Owner(feature, command));
                command.aliases().forEach(alias -> claim(alias, new Owner(feature, command)));
            }
        }
    }

    private void claim(String word, Owner owner) {
        if (OWN.containsKey(word) || byCommand.put(word, owner) != null) {
            throw new IllegalArgumentException("two features answer /" + word);
        }
    }

    /** The commands a person may use, in order. */
    public List<Command> commands(Role role) {
        return features.stream()
                .flatMap(feature ->
                        feature.commands().stream().filter(command -> mayUse(role, new Owner(feature, command))))
                .toList();
    }

    private static boolean mayUse(Role role, Owner owner) {
        return role == Role.AUDITOR
                ? owner.feature().isForAuditors(owner.command())
                : role.atLeast(owner.command().from());
    }

    private static boolean isFor(Role role, Feature feature) {
        return role != Role.AUDITOR || feature.isForAuditors();
    }

    Reply answer(Turn turn) {
        return withMenu(turn, answered(turn));
    }

    /** The fixed buttons where a feature has asked for them: their labels are nobody else's. */
    private Reply withMenu(Turn turn, Reply reply) {
        return reply.map(message ->
                message instanceof Outgoing.Menu wanted && wanted.labels().isEmpty()
                        ? menu(turn, wanted.text()).messages().get(0)
                        : message);
    }

    private Reply answered(Turn turn) {
        Incoming incoming = turn.incoming();
        if (incoming instanceof Incoming.Tap tap) {
            return tapped(turn, tap.action());
        }
        if (incoming instanceof Incoming.Words words) {
            return spoken(turn, words.text().strip());
        }
        if (incoming instanceof Incoming.File file) {
            return inDialog(turn)
                    .or(() -> first(turn, feature -> feature.sent(turn, file)))
                    .orElseGet(() -> Reply.say(turn.say("conversation.notText")));
        }
        if (incoming instanceof Incoming.Place) {
            return inDialog(turn).orElseGet(() -> Reply.say(turn.say("conversation.notText")));
        }
        if (incoming instanceof Incoming.Edited edited) {
            return first(turn, feature -> feature.edited(turn, edited)).orElseGet(() -> unseen(turn, edited));
        }
        if (incoming instanceof Incoming.Other other && other.addressed()) {
            return inDialog(turn).orElseGet(() -> Reply.say(turn.say("conversation.notText")));
        }
        return Reply.nothing();
    }

    /** Whoever edits words expects something of it. A place moves by itself, and of other things little depends. */
    private static Reply unseen(Turn turn, Incoming.Edited edited) {
        boolean matters = edited.now() instanceof Incoming.Words
                || (edited.now() instanceof Incoming.File && turn.dialog().isPresent());
        return matters ? Reply.say(turn.say("conversation.editUnseen")) : Reply.nothing();
    }

    private Reply tapped(Turn turn, String action) {
        int colon = action.indexOf(':');
        Feature feature = colon < 1 ? null : byName.get(action.substring(0, colon));
        return feature == null || !isFor(turn.person().role(), feature)
                ? Reply.nothing().andToast(turn.plain("conversation.oldButton"))
                : feature.tap(turn, action.substring(colon + 1));
    }

    private Reply spoken(Turn turn, String text) {
        if (text.startsWith("/") && text.length() > 1) {
            return commanded(turn, text.substring(1));
        }
        if (text.isEmpty()) {
            return help(turn);
        }
        return plainWords
                .button(text)
                .filter(byCommand::containsKey)
                .map(command -> commanded(turn, command))
                .or(() -> inDialog(turn))
                .or(() -> inPlainWords(turn, text))
                .or(() -> first(turn, feature -> feature.said(turn, text)))
                .orElseGet(() -> help(turn));
    }

    private Optional<Reply> inPlainWords(Turn turn, String text) {
        Optional<PlainWords.Meaning> meant = plainWords.of(text);
        if (meant.isEmpty()) {
            String word = Folding.folded(text);
            return isCommand(turn, word) ? Optional.of(commanded(turn, word)) : Optional.empty();
        }
        return switch (meant.get().kind()) {
            case HELLO ->
                Optional.of(menu(
                        turn,
                        turn.say("conversation.hello", "name", turn.person().name())));
            case THANKS -> Optional.of(menu(turn, turn.say("conversation.youAreWelcome")));
            case OFFICE ->
                Optional.of(menu(turn, turn.say("conversation.office", "button", turn.plain("ask.toTheOffice"))));
            case NO_WORDS -> Optional.of(menu(turn, turn.say("conversation.noWords")));
            case NUMBER -> Optional.of(menu(turn, turn.say("conversation.bareNumber", "number", text)));
            case COMMAND -> {
                String command = meant.get().command();
                yield isCommand(turn, command) || OWN.containsKey(command)
                        ? Optional.of(commanded(turn, command))
                        : Optional.empty();
            }
        };
    }

    private boolean isCommand(Turn turn, String word) {
        Owner owner = byCommand.get(word);
        return owner != null && turn.person().role().atLeast(owner.command().from());
    }

    private Reply menu(Turn turn, String text) {
        List<String> labels = PlainWords.MENU.stream()
                .filter(byCommand::containsKey)
                .map(command -> turn.plain("conversation.menu." + command))
                .toList();
        return labels.isEmpty() ? Reply.say(text) : Reply.nothing().and(new Outgoing.Menu(text, labels));
    }

    private Optional<Reply> inDialog(Turn turn) {
        return turn.dialog()
                .flatMap(dialog -> Optional.ofNullable(byName.get(dialog.feature()))
                        .filter(feature -> isFor(turn.person().role(), feature))
                        .flatMap(feature -> feature.heard(turn, dialog)));
    }

    private Optional<Reply> first(Turn turn, Function<Feature, Optional<Reply>> asked) {
        for (Feature feature : features) {
            Optional<Reply> reply = isFor(turn.person().role(), feature) ? asked.apply(feature) : Optional.empty();
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    private Reply commanded(Turn turn, String typed) {
        String[] parts = typed.split("\\s+", 2);
        // In groups Telegram writes /tasks@the_bot.
        String word = Folding.folded(parts[0].split("@", 2)[0]);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        String own = OWN.getOrDefault(word, "");
        Owner owner = byCommand.get(word);
        if (own.equals("start")) {
            return menu(
                    turn, turn.say("conversation.welcome", "name", turn.person().name()) + "\n\n" + list(turn));
        }
        if (own.equals("help")) {
            return help(turn);
        }
        if (own.equals("cancel")) {
            return cancelled(turn);
        }
        if (owner == null || !mayUse(turn.person().role(), owner)) {
            return Reply.say(turn.say("conversation.unknownCommand", "command", "/" + parts[0]) + "\n\n" + list(turn));
        }
        return owner.feature().command(turn, owner.command().name(), rest);
    }

    private Reply cancelled(Turn turn) {
        return turn.dialog()
                .flatMap(dialog -> Optional.ofNullable(byName.get(dialog.feature())))
                .map(feature -> feature.command(turn, "cancel", ""))
                .orElseGet(() -> Reply.say(turn.say("conversation.nothingToCancel")));
    }

    private Reply help(Turn turn) {
        return menu(turn, turn.say("conversation.help") + "\n\n" + list(turn));
    }

    private String list(Turn turn) {
        StringBuilder lines = new StringBuilder();
        for (Command command : commands(turn.person().role())) {
            lines.append(Markup.escape("/" + command.in(turn.language()))).append(" · ");
            lines.append(turn.say(command.help())).append('\n');
        }
        return lines.append(turn.plain("conversation.helpCommand"))
                .append(" · ")
                .append(turn.say("conversation.helpHelp"))
                .toString();
    }
}
