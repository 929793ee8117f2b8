package danvan.channel.telegram;

import danvan.chat.FileSource;
import danvan.chat.Outgoing;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sends files. What Telegram has had once it is told the name of: a broadcast's file is uploaded for the first of its readers and
 * not for thousands. A name that Telegram knows no more, and a picture that it does not take for one, cost a second request.
 */
final class FileCourier {
    private static final int MOST_CAPTION = 1_024;
    /** Of so many files the names are kept; the others are uploaded again. */
    private static final int MOST_NAMES = 500;

    /** How a file goes: what is a photo for Telegram has another name there than the same as a document. */
    private record Sending(Outgoing.File file, boolean photo) {
        String key() {
            return (photo ? "photo:" : "document:") + file.file();
        }
    }

    private final TelegramClient client;
    private final FileSource files;
    private final Map<String, String> names = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_NAMES;
        }
    };

    FileCourier(TelegramClient client, FileSource files) {
        this.client = client;
        this.files = files;
    }

    /** Fails with the channel's error, or {@link TelegramCourier.FileGone} where there is no such file any more. */
    CompletableFuture<Message> send(String chat, Outgoing.File file) {
        // A picture that was once refused as a photo has a name as a document.
        boolean refused = known(new Sending(file, false)).isPresent();
        Sending sending = new Sending(file, file.picture() && !refused);
        return known(sending)
                .map(name -> sent(chat, sending, new InputFile(name)).exceptionallyCompose(failure -> {
                    if (!isRefused(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    forget(sending);
                    return uploaded(chat, sending);
                }))
                .orElseGet(() -> uploaded(chat, sending));
    }

    private CompletableFuture<Message> uploaded(String chat, Sending sending) {
        return uploadedAs(chat, sending)
                .exceptionallyCompose(failure -> sending.photo() && isRefused(failure) && isNoPicture(failure)
                        ? uploadedAs(chat, new Sending(sending.file(), false))
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Message> uploadedAs(String chat, Sending sending) {
        try {
            Outgoing.File file = sending.file();
            return sent(chat, sending, new InputFile(files.open(file.file()), file.name()))
                    .thenApply(message -> {
                        name(message).ifPresent(name -> keep(sending, name));
                        return message;
                    });
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new TelegramCourier.FileGone(e));
        }
    }

    private CompletableFuture<Message> sent(String chat, Sending sending, InputFile content) {
        Outgoing.File file = sending.file();
        String caption = MarkupCutter.cut(file.caption(), MOST_CAPTION).first();
        var keyboard = file.buttons().isEmpty() ? null : TelegramCourier.keyboard(file.buttons());
        return sending.photo()
                ? client.executeAsync(SendPhoto.builder()
                        .chatId(chat)
                        .photo(content)
                        .caption(caption)
                        .parseMode(ParseMode.HTML)
                        .replyMarkup(keyboard)
                        .build())
                : client.executeAsync(SendDocument.builder()
                        .chatId(chat)
                        .document(content)
                        .caption(caption)
                        .parseMode(ParseMode.HTML)
                        .replyMarkup(keyboard)
                        .build());
    }

    private static boolean isRefused(Throwable failure) {
        return TelegramCourier.cause(failure) instanceof TelegramApiRequestException refusal
                && Integer.valueOf(400).equals(refusal.getErrorCode());
    }

    private static boolean isNoPicture(Throwable failure) {
        String said = TelegramCourier.cause(failure) instanceof TelegramApiRequestException refusal
                ? String.valueOf(refusal.getApiResponse())
                : "";
        return said.contains("PHOTO_") || said.contains("IMAGE_PROCESS_FAILED");
    }

    /** Telegram's name for what a message carries; of a photo that of its largest size. */
    private static Optional<String> name(Message message) {
        if (message.getDocument() != null) {
            return Optional.ofNullable(message.getDocument().getFileId());
        }
        return Optional.ofNullable(message.getPhoto()).stream()
                .flatMap(sizes -> sizes.stream())
                .max(Comparator.comparing(FileCourier::width))
                .map(PhotoSize::getFileId);
    }

    private static int width(PhotoSize size) {
        @Nullable Integer width = size.getWidth();
        return width == null ? 0 : width;
    }

    private synchronized Optional<String> known(Sending sending) {
        return Optional.ofNullable(names.get(sending.key()));
    }

    private synchronized void keep(Sending sending, String name) {
        names.put(sending.key(), name);
    }

    private synchronized void forget(Sending sending) {
        names.remove(sending.key());
    }
}
