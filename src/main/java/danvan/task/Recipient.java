package danvan.task;

import danvan.chat.Address;
import danvan.text.Language;

/**
 * Somebody who is to be reminded.
 *
 * @param memberId the member's number, by which the ledger knows whom it has reminded
 * @param address the one address where the member wants reminders
 * @param unit the code of the member's unit
 */
public record Recipient(long memberId, Address address, Language language, String name, String unit) {}
