package danvan.task;

/**
 * Somebody of a unit, as a lead sees the team.
 *
 * @param unit the code of the member's unit
 * @param reachable whether a message can reach the member now; who blocked the bot is of the team all the same
 */
public record Teammate(long memberId, String name, String unit, boolean reachable) {}
