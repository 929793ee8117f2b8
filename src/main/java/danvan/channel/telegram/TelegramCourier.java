package danvan.channel.telegram;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.FileSource;
import danvan.chat.Outgoing;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Delivers over the Bot API, asynchronously, and says what each answer means. */
final class TelegramCourier implements Courier {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramCourier.class);

    /** Telegram's limit of a message's text. Tags do not count there; they do here, which errs on the safe side. */
    private static final int MOST_TEXT = 4_096;

    /** Telegram's limit of a toast. */
    private static final int MOST_TOAST = 200;

    private static final int MOST_CAPTION = 1_024;

    /** It was deleted; no later attempt will find it. */
    static final class FileGone extends Exception {
        private static final long serialVersionUID = 1;

        FileGone(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final TelegramClient client;

    private final FileCourier files;

    TelegramCourier(TelegramClient client, FileSource files) {
        this.client = client;
        this.files = new FileCourier(client, files);
    }

    @Override
    public CompletableFuture<Delivery> deliver(Address to, Outgoing what) {
        try {
            return what instanceof Outgoing.Message message ? message(to.chat(), message) : outcome(send(to, what));
        } catch (TelegramApiException e) {
            return CompletableFuture.completedFuture(meaning(e));
        }
    }

    private CompletableFuture<String> send(Address to, Outgoing what) throws TelegramApiException {
        if (what instanceof Outgoing.Edit edit) {
            return edit(to.chat(), edit);
        }
        if (what instanceof Outgoing.File file) {
            return sendFile(to.chat(), file);
        }
        if (what instanceof Outgoing.Menu menu) {
            return execute(menu(to.chat(), menu), TelegramCourier::number);
        }
        if (what instanceof Outgoing.PlaceRequest request) {
            return execute(placeRequest(to.chat(), request), TelegramCourier::number);
        }
        if (what instanceof Outgoing.Delete delete) {
            DeleteMessage request = DeleteMessage.builder()
                    .chatId(to.chat())
                    .messageId(Integer.parseInt(delete.messageId()))
                    .build();
            return execute(request, any -> "");
        }
        Outgoing.Ack ack = (Outgoing.Ack) what;
        String toast = ack.toast();
        AnswerCallbackQuery request = AnswerCallbackQuery.builder()
                .callbackQueryId(ack.tapId())
                .text(toast.length() > MOST_TOAST ? toast.substring(0, MOST_TOAST - 1) + "…" : toast)
                .build();
        return execute(request, any -> "");
    }

    private CompletableFuture<String> edit(String chat, Outgoing.Edit edit) {
        EditMessageText request = EditMessageText.builder()
                .chatId(chat)
                .messageId(Integer.parseInt(edit.messageId()))
                .text(MarkupCutter.cut(edit.text(), MOST_TEXT).first())
                .parseMode(ParseMode.HTML)
                .replyMarkup(keyboard(edit.buttons()))
                .build();
        return execute(request, any -> edit.messageId())
                .exceptionallyCompose(failure ->
                        hasNoText(failure) ? editCaption(chat, edit) : CompletableFuture.failedFuture(failure));
    }

    /** A file has no text; what is said with it is its caption. */
    private CompletableFuture<String> editCaption(String chat, Outgoing.Edit edit) {
        EditMessageCaption request = EditMessageCaption.builder()
                .chatId(chat)
                .messageId(Integer.parseInt(edit.messageId()))
                .caption(MarkupCutter.cut(edit.text(), MOST_CAPTION).first())
                .parseMode(ParseMode.HTML)
                .replyMarkup(keyboard(edit.buttons()))
                .build();
        return execute(request, any -> edit.messageId());
    }

    private static boolean hasNoText(Throwable failure) {
        return cause(failure) instanceof TelegramApiRequestException refusal
                && String.valueOf(refusal.getApiResponse()).contains("no text in the message to edit");
    }

    /** What is longer than Telegram takes goes piece by piece, each at the outbox's pace; the last bears the buttons. */
    private CompletableFuture<Delivery> message(String chat, Outgoing.Message message) {
        MarkupCutter.Cut cut = MarkupCutter.cut(message.text(), MOST_TEXT);
        boolean whole = cut.rest().isEmpty();
        SendMessage request = SendMessage.builder()
                .chatId(chat)
                .text(cut.first())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .replyMarkup(whole && !message.buttons().isEmpty() ? keyboard(message.buttons()) : null)
                .build();
        CompletableFuture<Delivery> sent = outcome(execute(request, TelegramCourier::number));
        return whole
                ? sent
                : sent.thenApply(delivery -> delivery instanceof Delivery.Delivered
                        ? new Delivery.Begun(new Outgoing.Message(cut.rest(), message.buttons()))
                        : delivery);
    }

    private CompletableFuture<String> sendFile(String chat, Outgoing.File file) {
        return arrived(files.send(chat, file), TelegramCourier::number);
    }

    private static SendMessage menu(String chat, Outgoing.Menu menu) {
        KeyboardRow row = new KeyboardRow(menu.labels().stream()
                .map(label -> KeyboardButton.builder().text(label).build())
                .toList());
        return SendMessage.builder()
                .chatId(chat)
                .text(MarkupCutter.cut(menu.text(), MOST_TEXT).first())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .replyMarkup(ReplyKeyboardMarkup.builder()
                        .keyboardRow(row)
                        .resizeKeyboard(true)
                        .isPersistent(true)
                        .build())
                .build();
    }

    private static SendMessage placeRequest(String chat, Outgoing.PlaceRequest request) {
        KeyboardButton share = KeyboardButton.builder()
                .text(request.label())
                .requestLocation(true)
                .build();
        return SendMessage.builder()
                .chatId(chat)
                .text(MarkupCutter.cut(request.text(), MOST_TEXT).first())
                .parseMode(ParseMode.HTML)
                .replyMarkup(ReplyKeyboardMarkup.builder()
                        .keyboardRow(new KeyboardRow(share))
                        .resizeKeyboard(true)
                        .oneTimeKeyboard(true)
                        .build())
                .build();
    }

    private static String number(Message message) {
        return String.valueOf(message.getMessageId());
    }

    private <T extends Serializable> CompletableFuture<String> execute(
            BotApiMethod<T> request, Function<T, String> number) {
        try {
            return arrived(client.executeAsync(request), number);
        } catch (TelegramApiException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The channel's name for what was sent; empty where Telegram has it and its answer could not be read. */
    private static <T> CompletableFuture<String> arrived(CompletableFuture<T> sent, Function<T, String> number) {
        return sent.handle((result, failure) -> {
            if (failure == null) {
                return number.apply(result);
            }
            if (isUnreadable(failure)) {
                LOG.warn(
                        "Telegram accepted a message; {}. It is not sent again",
                        cause(failure).getMessage());
                return "";
            }
            throw new CompletionException(cause(failure));
        });
    }

    private static boolean isUnreadable(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof Answers.Unreadable || cause.getCause() instanceof Answers.Unreadable;
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    static InlineKeyboardMarkup keyboard(List<List<Button>> buttons) {
        return new InlineKeyboardMarkup(buttons.stream()
                .map(row -> new InlineKeyboardRow(
                        row.stream().map(TelegramCourier::key).toList()))
                .toList());
    }

    private static InlineKeyboardButton key(Button button) {
        var key = InlineKeyboardButton.builder().text(button.label());
        return (button.opensPage() ? key.url(button.action()) : key.callbackData(button.action())).build();
    }

    private static CompletableFuture<Delivery> outcome(CompletableFuture<String> sent) {
        return sent.handle(
                (remoteId, failure) -> failure == null ? new Delivery.Delivered(remoteId) : meaning(cause(failure)));
    }

    /** What an answer means; see "Making requests" in the Bot API for the codes. */
    static Delivery meaning(Throwable failure) {
        if (failure instanceof FileGone) {
            return new Delivery.Refused(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof TelegramApiValidationException) {
            // The library finds it is no message at all, and would each time.
            return new Delivery.Refused(String.valueOf(failure.getMessage()));
        }
        // The library says 0 where there was no answer it could read.
        if (!(failure instanceof TelegramApiRequestException refusal)
                || refusal.getErrorCode() == null
                || refusal.getErrorCode() == 0) {
            String cause =
                    failure.getCause() == null ? "" : ": " + failure.getCause().getMessage();
            return new Delivery.Failed(failure.getMessage() + cause);
        }
        String reason = refusal.getErrorCode() + " " + refusal.getApiResponse();
        return switch (refusal.getErrorCode()) {
            case 429 -> new Delivery.Later(pause(refusal));
            case 403 -> new Delivery.Unreachable(reason);
            case 400 -> refused(reason);
            // A file over Telegram's limit is over it each time, and the chat's other messages wait behind it.
            case 413 -> new Delivery.Refused(reason);
            default -> new Delivery.Failed(reason);
        };
    }

    private static Delivery refused(String reason) {
        // The message already says so, or the tap is long over: nothing is amiss.
        if (reason.contains("message is not modified")
                || reason.contains("query is too old")
                || reason.contains("message to delete not found")) {
            return new Delivery.Delivered("");
        }
        return reason.contains("chat not found") ? new Delivery.Unreachable(reason) : new Delivery.Refused(reason);
    }

    private static Duration pause(TelegramApiRequestException refusal) {
        @Nullable
        Integer seconds =
                refusal.getParameters() == null ? null : refusal.getParameters().getRetryAfter();
        return Duration.ofSeconds(seconds == null ? 1 : seconds);
    }
}
