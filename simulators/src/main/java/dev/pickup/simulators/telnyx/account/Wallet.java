package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/// The money of one account: what is left, and what is held for orders that are not settled. Any thread.
public final class Wallet {
    private static final String ID = "balance";

    private final Resources resources;

    Wallet(Resources resources) {
        this.resources = resources;
    }

    static ObjectNode opened(String balance) {
        ObjectNode wallet = JsonNodeFactory.instance.objectNode();
        wallet.put("id", ID).put("record_type", "balance").put("balance", balance);
        return wallet.put("credit_limit", "0.00").put("pending", "0.00").put("currency", "USD");
    }

    /// As the API shows it.
    ObjectNode show() {
        ObjectNode wallet = resources.find(Kind.BALANCE, ID).orElseThrow();
        wallet.remove("id");
        return wallet.put("available_credit", text(available(wallet)));
    }

    /// Holds `amount` for an order.
    ///
    /// @return false when there is not so much; nothing is held then
    public boolean hold(BigDecimal amount) {
        return resources.atomically(() -> {
            if (available(resources.find(Kind.BALANCE, ID).orElseThrow()).compareTo(amount) < 0) {
                return false;
            }
            change(w -> w.put("pending", text(money(w, "pending").add(amount))));
            return true;
        });
    }

    /// What was held is paid.
    public void settle(BigDecimal amount) {
        change(w -> w.put("pending", text(money(w, "pending").subtract(amount)))
                .put("balance", text(money(w, "balance").subtract(amount))));
    }

    /// What was held is free again.
    public void release(BigDecimal amount) {
        change(w -> w.put("pending", text(money(w, "pending").subtract(amount))));
    }

    private void change(UnaryOperator<ObjectNode> change) {
        resources.change(Kind.BALANCE, ID, change);
    }

    private static BigDecimal available(ObjectNode wallet) {
        return money(wallet, "balance").subtract(money(wallet, "pending"));
    }

    private static BigDecimal money(ObjectNode wallet, String field) {
        return new BigDecimal(wallet.path(field).asText());
    }

    private static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
