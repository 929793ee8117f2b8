package danvan.task.reminder;

import danvan.task.Teammate;

/** Who is late with what. */
public record LateMember(ReminderBatch round, Teammate member) {}
