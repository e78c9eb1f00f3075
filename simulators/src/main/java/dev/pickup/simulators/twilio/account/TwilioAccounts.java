package dev.pickup.simulators.twilio.account;

import dev.pickup.simulators.twilio.rest.TwilioProblem;
import dev.pickup.simulators.twilio.rest.TwilioRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All customers of the carrier. Any thread.
public final class TwilioAccounts {
    /// `api.dublin.ie1.twilio.com`; without a region it is `us1`.
    private static final Pattern REGION = Pattern.compile("[a-z]+\\.(?:[a-z-]+\\.)?([a-z]{2}[0-9])\\.twilio\\.com");

    private final List<TwilioAccount> accounts = new CopyOnWriteArrayList<>();

    public TwilioAccounts(List<TwilioAccountSeed> seeds) {
        seeds.forEach(this::open);
    }

    /// A new customer.
    ///
    /// @throws IllegalArgumentException its SID or one of its numbers is somebody's already
    public synchronized void open(TwilioAccountSeed seed) {
        if (find(seed.sid()).isPresent()
                || seed.numbers().stream()
                        .anyMatch(n -> ownerOf(n.phoneNumber()).isPresent())) {
            throw new IllegalArgumentException("An account SID and a number belong to one account only, and once.");
        }
        accounts.add(new TwilioAccount(seed));
    }

    public Optional<TwilioAccount> find(String sid) {
        return accounts.stream().filter(a -> a.sid().equals(sid)).findFirst();
    }

    public Optional<TwilioAccount> ownerOf(String phoneNumber) {
        return accounts.stream().filter(a -> a.number(phoneNumber).isPresent()).findFirst();
    }

    /// Whose request it is, and what the credentials open.
    record Caller(TwilioAccount account, ApiKey.Access access) {}

    /// @throws TwilioProblem 401 `20003`: no credentials, or none that are known here; 403 `20005`: account not active
    Caller authenticate(TwilioRequest request) {
        String username = request.username().orElseThrow(TwilioProblem::authenticate);
        for (TwilioAccount account : accounts) {
            if (account.sid().equals(username)) {
                return verified(request, account, account.authToken(), new ApiKey.Access.Main());
            }
            for (ApiKey key : account.seed().keys()) {
                if (key.sid().equals(username)) {
                    return verified(request, account, key.secret(), key.access());
                }
            }
        }
        throw TwilioProblem.invalidUsername();
    }

    /// Credentials are valid in their own region only.
    private static Caller verified(TwilioRequest request, TwilioAccount account, String secret, ApiKey.Access access) {
        boolean right = MessageDigest.isEqual(bytes(secret), bytes(request.password()));
        if (!right || !region(request.host()).equals(account.seed().region())) {
            throw TwilioProblem.authenticate();
        }
        return new Caller(account, access);
    }

    private static String region(String host) {
        Matcher matcher = REGION.matcher(host);
        return matcher.matches() ? matcher.group(1) : "us1";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
