package dev.pickup.simulators.telnyx.account;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

/// Makes the ids of one account's resources: the same ones, in the same order, in every run. Any thread.
final class Ids {
    private static final long SMALLEST = 1_000_000_000_000_000_000L;

    private final SplittableRandom random;

    Ids(String seed) {
        random = new SplittableRandom(
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }

    /// 19 digits, as numbers and connections have.
    synchronized String digits(Predicate<String> taken) {
        String id;
        do {
            id = Long.toString(random.nextLong(SMALLEST, Long.MAX_VALUE));
        } while (taken.test(id));
        return id;
    }

    /// A UUID, as orders and profiles have.
    synchronized String uuid(Predicate<String> taken) {
        String id;
        do {
            id = new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63)).toString();
        } while (taken.test(id));
        return id;
    }
}
