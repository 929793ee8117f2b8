/** Who did what and when: for the office, administrators and auditors. */
@org.jspecify.annotations.NullMarked
package danvan.desk.audit;
