package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Markup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person with a phone: says, taps, and sees. */
final class Member {
    private final Bot bot;
    private final long chat;
    private final String name;
    private int lastSaid;

    Member(Bot bot, long chat, String name) {
        this.bot = bot;
        this.chat = chat;
        this.name = name;
    }

    long chat() {
        return chat;
    }

    void says(String text) {
        bot.beforeTurn();
        hasSeenAll();
        lastSaid = bot.telegram().says(chat, name, text);
        bot.settles();
    }

    /** The number of the last typed message, to edit it by. */
    int lastSaid() {
        return lastSaid;
    }

    /** Edits a message typed before. */
    void edits(int message, String text) {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram().edits(chat, name, message, text);
        bot.settles();
    }

    /** Taps the newest button with this label. */
    void taps(String label) {
        bot.beforeTurn();
        FakeTelegram.Shown message = withButton(label);
        hasSeenAll();
        bot.telegram().taps(chat, name, message.id(), action(message, label));
        bot.settles();
    }

    /** Taps the newest button with this label twice, so quickly that nothing is answered in between. */
    void tapsTwice(String label) {
        FakeTelegram.Shown message = withButton(label);
        hasSeenAll();
        bot.telegram().taps(chat, name, message.id(), action(message, label));
        bot.telegram().taps(chat, name, message.id(), action(message, label));
        bot.settles();
    }

    /** Remembers a button, to tap it when it is old. */
    Runnable keepsButton(String label) {
        FakeTelegram.Shown message = withButton(label);
        String action = action(message, label);
        return () -> {
            bot.beforeTurn();
            hasSeenAll();
            bot.telegram().taps(chat, name, message.id(), action);
            bot.settles();
        };
    }

    void sendsSticker() {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram()
                .sends(
                        chat,
                        name,
                        "sticker",
                        "{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\",\"width\":1,\"height\":1,"
                                + "\"is_animated\":false,\"is_video\":false}");
        bot.settles();
    }

    /** Sends a file as a document. */
    void sendsFile(String fileName, String mediaType, byte[] content) {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram().sendsFile(chat, name, "document", fileName, mediaType, content, "");
        bot.settles();
    }

    /** Sends a file with words below it. */
    void sendsFile(String fileName, String mediaType, byte[] content, String caption) {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram().sendsFile(chat, name, "document", fileName, mediaType, content, caption);
        bot.settles();
    }

    /** Sends files one behind the other, without waiting for what comes of them. */
    void sendsFiles(Map<String, byte[]> files) {
        bot.beforeTurn();
        hasSeenAll();
        files.forEach((fileName, content) ->
                bot.telegram().sendsFile(chat, name, "document", fileName, "application/octet-stream", content, ""));
        bot.settles();
    }

    void sendsPhoto(byte[] content) {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram().sendsFile(chat, name, "photo", "", "image/jpeg", content, "");
        bot.settles();
    }

    /** Sends several photos at once, as an album. */
    void sendsAlbum(byte[]... photos) {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram().sendsAlbum(chat, name, List.of(photos));
        bot.settles();
    }

    /** Shares the place where the person is. */
    void sharesPlace(double latitude, double longitude) {
        bot.beforeTurn();
        hasSeenAll();
        bot.telegram().sends(chat, name, "location", "{\"latitude\":" + latitude + ",\"longitude\":" + longitude + "}");
        bot.settles();
    }

    /** A new file whose name holds the text; its content. */
    byte[] receives(String fileName) {
        return fresh().stream()
                .flatMap(shown -> shown.file().stream())
                .filter(file -> file.name().contains(fileName))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was to receive " + fileName + ", but saw " + fresh()))
                .content()
                .toByteArray();
    }

    /** A new message holds the text, and under it stand buttons with these labels, among others. */
    void sees(String text, String... buttons) {
        List<FakeTelegram.Shown> fresh = fresh();
        Optional<FakeTelegram.Shown> found = fresh.stream()
                .filter(shown -> Markup.strip(shown.text()).contains(text))
                // An older message that lost its buttons may hold the words, too.
                .reduce((older, newer) -> newer);
        assertThat(found)
                .withFailMessage("%s was to see «%s», but saw %s", name, text, texts(fresh))
                .isPresent();
        assertThat(found.get().buttons().keySet()).containsAll(List.of(buttons));
    }

    /** The labels of the buttons beside the place where the member writes. */
    List<String> fixedButtons() {
        return bot.telegram().fixedButtons(chat);
    }

    /** The labels of the buttons of what came last. */
    List<String> labels() {
        List<FakeTelegram.Shown> fresh = fresh();
        return fresh.isEmpty()
                ? List.of()
                : List.copyOf(fresh.get(fresh.size() - 1).buttons().keySet());
    }

    void doesNotSee(String text) {
        assertThat(texts(fresh())).noneMatch(shown -> shown.contains(text));
    }

    void doesNotSeeButton(String label) {
        assertThat(fresh()).noneMatch(shown -> shown.buttons().containsKey(label));
    }

    void seesNothing() {
        assertThat(texts(fresh())).isEmpty();
    }

    /** How many messages of the whole chat hold the text. */
    long countOf(String text) {
        return bot.telegram().chat(chat).stream()
                .filter(shown -> Markup.strip(shown.text()).contains(text))
                .count();
    }

    /** What a new message holds behind a word, up to the end of the word after it. */
    String reads(String before) {
        String all = String.join("\n", texts(fresh()));
        assertThat(all).contains(before);
        return all.substring(all.indexOf(before) + before.length()).strip().split("[\\s.]+", 2)[0];
    }

    void seesToast(String text) {
        assertThat(bot.telegram().toasts()).anyMatch(toast -> toast.contains(text));
    }

    void hasSeenAll() {
        List<FakeTelegram.Shown> all = bot.telegram().chat(chat);
        if (!all.isEmpty()) {
            bot.telegram().markSeen(chat, all.get(all.size() - 1).id());
        }
    }

    private List<FakeTelegram.Shown> fresh() {
        return bot.telegram().chat(chat).stream().filter(shown -> !shown.seen()).toList();
    }

    private FakeTelegram.Shown withButton(String label) {
        List<FakeTelegram.Shown> all = bot.telegram().chat(chat);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).buttons().containsKey(label)) {
                return all.get(i);
            }
        }
        throw new AssertionError(name + " has no button «" + label + "» in " + texts(all));
    }

    private static String action(FakeTelegram.Shown message, String label) {
        return message.buttons().getOrDefault(label, "");
    }

    private static List<String> texts(List<FakeTelegram.Shown> messages) {
        return messages.stream().map(shown -> Markup.strip(shown.text())).toList();
    }
}
