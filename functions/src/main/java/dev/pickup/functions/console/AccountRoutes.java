package dev.pickup.functions.console;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountStore;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.ProblemException;

/// Who is asking.
record AccountRoutes(AccountStore accounts) {
    ApiResponse me(ApiRequest request) {
        Account account = accounts.find(request.account()).orElseThrow(() -> ProblemException.notFound("account"));
        return ApiResponse.ok(new Me(
                new AccountView(
                        account.id().value(), account.name(), account.status().name(), account.concurrencyLimit()),
                request.role().wireName()));
    }

    private record Me(AccountView account, String role) {}

    private record AccountView(String accountId, String name, String status, int concurrencyLimit) {}
}
