package danvan.report.office;

import danvan.desk.port.Copies;
import danvan.report.store.PushLedger;
import danvan.report.store.Receipt;
import danvan.storage.Tx;
import java.time.Clock;
import java.util.List;

/** The copies on the other server, for the desk. */
public final class OfficeCopies implements Copies {
    private final PushLedger ledger;
    private final Clock clock;

    /** @param clock real time, not a rehearsal's */
    public OfficeCopies(PushLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Copy> open(int most) {
        return ledger.open(most).stream()
                .map(copy -> new Copy(
                        copy.receipt().toString(),
                        copy.refused(),
                        copy.attempts(),
                        copy.refusedAt().orElse(copy.due()),
                        copy.reason()))
                .toList();
    }

    @Override
    public boolean tryAgain(Tx tx, String receipt) {
        return Receipt.read(receipt)
                .filter(one -> PushLedger.tryAgain(tx, one, clock.instant()))
                .isPresent();
    }
}
