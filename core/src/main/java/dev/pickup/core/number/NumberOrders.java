package dev.pickup.core.number;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.usage.NumberCharge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders of numbers, and with them the numbers' own state. Blocking; any thread. Faults as
/// [dev.pickup.core.agent.AgentStore].
public interface NumberOrders {
    /// Writes a new order and takes its number for the account, in one transaction: unique over all accounts and
    /// orders, and never more than `limit` numbers that are bought. Repeat: `KNOWN`; nothing is overwritten.
    ///
    /// A number whose order failed is free again; its entry in the account's list is replaced.
    BeginOutcome begin(NumberOrder order, int limit);

    /// Writes the order of a number that the account has already and that has none. Repeat: harmless.
    BeginOutcome adopt(NumberOrder order);

    Optional<NumberOrder> find(AccountId account, NumberOrderId id);

    /// All orders of the account, whatever became of them, by id.
    Page<NumberOrder> ofAccount(AccountId account, int limit, Optional<String> next);

    /// Writes `after` on top of `before`, and in the same transaction what follows from it for the number: its status
    /// and problem; when it became ours, `number.purchased`; when it failed, the number is free for others and
    /// `number.failed` tells; when it came out late all the same and was given back,
    /// `number.returned` tells; when it was released, the number drives nothing, is gone from the account and
    /// `number.released` tells.
    ///
    /// @return `after` as it is written; empty when `before` is not the newest any more: nothing is written
    Optional<NumberOrder> save(NumberOrder before, NumberOrder after, Instant now);

    /// Appends `charge` to the ledger, with `number.charged`, and writes `after`, in one transaction: a month of an
    /// order is charged once, whatever is repeated.
    ///
    /// @return false when `before` is not the newest any more, or the charge was made: nothing is written
    boolean charge(NumberOrder before, NumberOrder after, NumberCharge charge);

    /// The account forgets a number whose order failed. Repeat: harmless; a number in any other state stays.
    void forget(AccountId account, PhoneNumber number);

    /// Orders that have something to do since `now` or earlier, longest first.
    List<OrderReference> due(Instant now, int limit);

    /// Orders of numbers that are charged for a time before `now`, longest first.
    List<OrderReference> chargeable(Instant now, int limit);

    enum BeginOutcome {
        BEGUN,
        /// There is an order of this id.
        KNOWN,
        /// Another account has the number, or is buying it.
        TAKEN,
        /// This account has it, or is buying it.
        OURS,
        LIMIT_REACHED
    }
}
