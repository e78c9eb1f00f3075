package dev.pickup.functions.console;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountStore;

/// Who is asking.
record AccountRoutes(AccountStore accounts) {
    ConsoleResponse me(ConsoleRequest request) {
        Account account = accounts.find(request.account()).orElseThrow(() -> ProblemException.notFound("account"));
        return ConsoleResponse.ok(new Me(
                new AccountView(
                        account.id().value(), account.name(), account.status().name(), account.concurrencyLimit()),
                request.role().wireName()));
    }

    private record Me(AccountView account, String role) {}

    private record AccountView(String accountId, String name, String status, int concurrencyLimit) {}
}
