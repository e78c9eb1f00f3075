package dev.pickup.simulators.telnyx.account;

import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import java.util.List;
import java.util.Optional;

/// All customers of the carrier. Immutable; the accounts themselves change. Any thread.
public final class Accounts {
    private final List<CarrierAccount> accounts;

    public Accounts(List<SeededAccount> seeds) {
        accounts = seeds.stream().map(CarrierAccount::new).toList();
        long numbers = accounts.stream().mapToLong(a -> a.phoneNumbers().size()).sum();
        long distinct = accounts.stream()
                .flatMap(a -> a.phoneNumbers().stream())
                .distinct()
                .count();
        if (numbers != distinct) {
            throw new IllegalArgumentException("A number belongs to one account only, and once.");
        }
    }

    /// Whose request it is.
    ///
    /// @throws ApiProblem 401 `10009`: no key, or one that is not known
    public CarrierAccount authenticate(RestRequest request) {
        String key = request.apiKey()
                .orElseThrow(() -> new ApiProblem(
                        ErrorCode.AUTHENTICATION_FAILED, "Could not find any usable credentials in the request."));
        return find(key)
                .orElseThrow(() -> new ApiProblem(
                        ErrorCode.AUTHENTICATION_FAILED, "Could not understand the provided credentials."));
    }

    public Optional<CarrierAccount> find(String apiKey) {
        return accounts.stream().filter(a -> a.hasKey(apiKey)).findFirst();
    }

    /// The account that owns this number.
    public Optional<CarrierAccount> ownerOf(String phoneNumber) {
        return accounts.stream()
                .filter(a -> a.phoneNumbers().contains(phoneNumber))
                .findFirst();
    }
}
