package danvan.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.storage.Eventually;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broadcast to ten people, of whom four have it, is stopped or taken back. */
class RecallWorkTest {
    @TempDir
    Path folder;

    private Crowd crowd;

    @BeforeEach
    void send() {
        crowd = new Crowd(folder, 10);
        crowd.begins();
        Eventually.await("all to be on the list", () -> crowd.enlisted() == 10);
        crowd.has(4);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void whatIsStoppedIsNotSentAnyMoreAndWhatWasSentStays() {
        crowd.takesBack(RecallWork.Way.STOP);
        Eventually.await("the rest to be withdrawn", () -> crowd.standing().cancelled() == 6);
        assertThat(crowd.standing()).isEqualTo(new Broadcasts.Standing(10, 0, 4, 0, 6, 0));
        assertThat(crowd.waiting()).isEmpty();
    }

    @Test
    void aRecallDeletesWhatWasSentOnceAndWithdrawsTheRest() {
        crowd.takesBack(RecallWork.Way.DELETE);
        // A second tap, and a restart in the middle.
        crowd.takesBack(RecallWork.Way.DELETE);
        crowd.restarts();
        Eventually.await("four deletions", () -> crowd.waiting().size() == 4);
        assertThat(crowd.waiting()).allMatch(Outgoing.Delete.class::isInstance);
        assertThat(crowd.standing().cancelled()).isEqualTo(6);
    }

    /** It was on its way when it was withdrawn; its reader kept what everybody else had lost. */
    @Test
    void whatWasUnderWayIsTakenBackWhenItHasArrived() {
        crowd.takesBack(RecallWork.Way.DELETE);
        Eventually.await("the rest to be withdrawn", () -> crowd.standing().cancelled() == 6);
        Eventually.await("four deletions", () -> crowd.waiting().size() == 4);
        crowd.arrivesAfterAll(5);
        crowd.restarts();
        crowd.passes(RecallWork.UNDER_WAY.plusSeconds(1));
        Eventually.await("a fifth deletion", () -> crowd.waiting().size() == 5);
        assertThat(crowd.standing()).isEqualTo(new Broadcasts.Standing(10, 0, 5, 0, 5, 0));
    }

    @Test
    void whatWasUnderWayWhenItWasStoppedIsCountedAsDelivered() {
        crowd.takesBack(RecallWork.Way.STOP);
        Eventually.await("the rest to be withdrawn", () -> crowd.standing().cancelled() == 6);
        crowd.arrivesAfterAll(5);
        crowd.passes(RecallWork.UNDER_WAY.plusSeconds(1));
        Eventually.await("it to be counted", () -> crowd.standing().delivered() == 5);
        assertThat(crowd.waiting()).isEmpty();
    }

    @Test
    void whatWasStoppedCanStillBeTakenBackByAnEdit() {
        crowd.takesBack(RecallWork.Way.STOP);
        Eventually.await("the rest to be withdrawn", () -> crowd.standing().cancelled() == 6);
        crowd.takesBack(RecallWork.Way.EDIT);
        Eventually.await("four edits", () -> crowd.waiting().size() == 4);
        assertThat(crowd.waiting())
                .allSatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Outgoing.Edit.class,
                                edit -> assertThat(edit.text()).contains("đã được đơn vị gửi thu hồi")));
    }
}
