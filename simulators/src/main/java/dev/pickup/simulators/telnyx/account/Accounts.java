package dev.pickup.simulators.telnyx.account;

import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All customers of the carrier. Immutable; the accounts themselves change. Any thread.
public final class Accounts {
    private final List<CarrierAccount> all;

    /// @param signingSeed of the first account, unless it has its own; 64 hex digits
    public Accounts(List<SeededAccount> seeds, String signingSeed, Clock clock) {
        all = IntStream.range(0, seeds.size())
                .mapToObj(i -> new CarrierAccount(seeds.get(i), signer(seeds.get(i), i, signingSeed), clock))
                .toList();
        List<String> keys = seeds.stream()
                .flatMap(s -> s.keys().stream())
                .map(ApiKey::secret)
                .toList();
        List<String> numbers =
                all.stream().flatMap(a -> a.phoneNumbers().stream()).toList();
        require(distinct(numbers), "A number belongs to one account only, and once.");
        require(distinct(keys), "A key belongs to one account only, and once.");
        require(distinct(seeds.stream().map(SeededAccount::organizationId).toList()), "An account is there once.");
    }

    public List<CarrierAccount> all() {
        return all;
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
        return all.stream().filter(a -> a.hasKey(apiKey)).findFirst();
    }

    public Optional<CarrierAccount> findOrganization(String organizationId) {
        return all.stream()
                .filter(a -> a.organizationId().equals(organizationId))
                .findFirst();
    }

    /// The account that owns this number.
    public Optional<CarrierAccount> ownerOf(String phoneNumber) {
        return all.stream().filter(a -> a.number(phoneNumber).isPresent()).findFirst();
    }

    /// Every number that is somebody's, or was.
    public Set<String> everOwned() {
        return all.stream()
                .flatMap(a ->
                        Stream.concat(a.phoneNumbers().stream(), a.resources().texts(Kind.RELEASED, "id").stream()))
                .collect(Collectors.toSet());
    }

    private static WebhookSigner signer(SeededAccount seed, int index, String signingSeed) {
        return new WebhookSigner(seed.webhooks()
                .signingSeed()
                .orElseGet(() -> index == 0 ? signingSeed : derived(signingSeed + seed.organizationId())));
    }

    private static String derived(String from) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(from.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    private static boolean distinct(List<String> values) {
        return values.stream().distinct().count() == values.size();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
