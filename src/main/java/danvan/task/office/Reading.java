package danvan.task.office;

import danvan.task.ReminderHours;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import danvan.task.reminder.CompletionStore;

/** What the programme says, and who has done what. */
public record Reading(ProgrammeStore register, TaskSwitches switches, CompletionStore doings, ReminderHours hours) {}
