package danvan.task;

/** Who is late with what. */
record LateMember(Round round, Teammate member) {}
