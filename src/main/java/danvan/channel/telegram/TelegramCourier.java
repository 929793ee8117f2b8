package danvan.channel.telegram;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Delivers over the Bot API, asynchronously, and says what each answer means. */
final class TelegramCourier implements Courier {
    /** Telegram's limit of a message's text. Tags do not count there; they do here, which errs on the safe side. */
    private static final int MOST_TEXT = 4_096;

    /** Telegram's limit of a toast. */
    private static final int MOST_TOAST = 200;

    private final TelegramClient client;

    TelegramCourier(TelegramClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<Delivery> deliver(Address to, Outgoing what) {
        try {
            return outcome(send(to, what));
        } catch (TelegramApiException e) {
            return CompletableFuture.completedFuture(meaning(e));
        }
    }

    private CompletableFuture<String> send(Address to, Outgoing what) throws TelegramApiException {
        if (what instanceof Outgoing.Message message) {
            return sendPieces(to.chat(), MarkupCutter.cut(message.text(), MOST_TEXT), message.buttons());
        }
        if (what instanceof Outgoing.Edit edit) {
            EditMessageText request = EditMessageText.builder()
                    .chatId(to.chat())
                    .messageId(Integer.parseInt(edit.messageId()))
                    .text(MarkupCutter.cut(edit.text(), MOST_TEXT).get(0))
                    .parseMode(ParseMode.HTML)
                    .replyMarkup(keyboard(edit.buttons()))
                    .build();
            return execute(request).thenApply(any -> edit.messageId());
        }
        Outgoing.Ack ack = (Outgoing.Ack) what;
        String toast = ack.toast();
        AnswerCallbackQuery request = AnswerCallbackQuery.builder()
                .callbackQueryId(ack.tapId())
                .text(toast.length() > MOST_TOAST ? toast.substring(0, MOST_TOAST - 1) + "…" : toast)
                .build();
        return execute(request).thenApply(any -> "");
    }

    private CompletableFuture<String> sendPieces(String chat, List<String> pieces, List<List<Button>> buttons) {
        CompletableFuture<String> sent = CompletableFuture.completedFuture("");
        for (int i = 0; i < pieces.size(); i++) {
            SendMessage request = SendMessage.builder()
                    .chatId(chat)
                    .text(pieces.get(i))
                    .parseMode(ParseMode.HTML)
                    .linkPreviewOptions(
                            LinkPreviewOptions.builder().isDisabled(true).build())
                    .replyMarkup(i == pieces.size() - 1 && !buttons.isEmpty() ? keyboard(buttons) : null)
                    .build();
            sent = sent.thenCompose(before -> execute(request))
                    .thenApply(message -> String.valueOf(message.getMessageId()));
        }
        return sent;
    }

    private <T extends Serializable> CompletableFuture<T> execute(BotApiMethod<T> request) {
        try {
            return client.executeAsync(request);
        } catch (TelegramApiException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static InlineKeyboardMarkup keyboard(List<List<Button>> buttons) {
        return new InlineKeyboardMarkup(buttons.stream()
                .map(row -> new InlineKeyboardRow(row.stream()
                        .map(button -> InlineKeyboardButton.builder()
                                .text(button.label())
                                .callbackData(button.action())
                                .build())
                        .toList()))
                .toList());
    }

    private static CompletableFuture<Delivery> outcome(CompletableFuture<String> sent) {
        return sent.handle((remoteId, failure) -> {
            if (failure == null) {
                return new Delivery.Delivered(remoteId);
            }
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return meaning(cause);
        });
    }

    /** What an answer means; see "Making requests" in the Bot API for the codes. */
    static Delivery meaning(Throwable failure) {
        if (!(failure instanceof TelegramApiRequestException refusal) || refusal.getErrorCode() == null) {
            return new Delivery.Failed(String.valueOf(failure.getMessage()));
        }
        String reason = refusal.getErrorCode() + " " + refusal.getApiResponse();
        return switch (refusal.getErrorCode()) {
            case 429 -> new Delivery.Later(pause(refusal));
            case 403 -> new Delivery.Unreachable(reason);
            case 400 -> refused(reason);
            default -> new Delivery.Failed(reason);
        };
    }

    private static Delivery refused(String reason) {
        // The message already says so, or the tap is long over: nothing is amiss.
        if (reason.contains("message is not modified") || reason.contains("query is too old")) {
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
