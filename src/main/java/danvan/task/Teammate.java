package danvan.task;

import java.time.Instant;

/**
 * Somebody of a unit, as a lead sees the team.
 *
 * @param unit the code of the member's unit
 * @param reachable whether a message can reach the member now; who blocked the bot is of the team all the same
 * @param since when the member came: what was due before is none of theirs
 */
public record Teammate(long memberId, String name, String unit, boolean reachable, Instant since) {}
