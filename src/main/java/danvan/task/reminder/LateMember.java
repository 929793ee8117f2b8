package danvan.task.reminder;

import danvan.organization.directory.Member;

/** Who is late with what. */
public record LateMember(ReminderBatch round, Member member) {}
