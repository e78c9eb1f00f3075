package dev.pickup.core.number;

import dev.pickup.simulators.telnyx.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// One purchase and all that befalls it, drawn from a seed.
///
/// @param faults   of the carrier
/// @param actors   who works on the order, one after the other: `request`, `repeat`, `reconciler`, `rival`, `webhook`
/// @param lives    how many stores and questions each actor survives; a very large number for all of them
/// @param late     the first orders that are sent get no answer, and are carried out only so long afterwards
/// @param lateLives of processes that look after an order that failed, one after the other
/// @param releases whether the number is given back in the end
/// @param deaths   at which stage processes died, written while it runs
record PurchaseSchedule(
        int number,
        Place place,
        List<Fault> faults,
        List<String> actors,
        List<Integer> lives,
        List<Duration> late,
        List<Integer> lateLives,
        boolean releases,
        List<String> deaths) {
    private static final String ORDER = "POST /number_orders";
    private static final List<String> REQUESTS = List.of(
            ORDER,
            ORDER,
            ORDER,
            "GET /number_orders",
            "GET /number_orders/{id}",
            "GET /available_phone_numbers",
            "GET /phone_numbers_regulatory_requirements",
            "GET /phone_numbers",
            "GET /phone_numbers/{id}",
            "PATCH /phone_numbers/{id}",
            "PATCH /phone_numbers/{id}/messaging",
            "GET /call_control_applications",
            "PATCH /sub_number_orders/{id}/cancel",
            "DELETE /phone_numbers/{id}",
            Fault.ANY);
    private static final int IMMORTAL = 1_000_000;
    private static final int MOST_MOMENTS = 24;
    private static final int MOST_MOMENTS_OF_ALL = 64;
    private static final int ALL_ATTEMPTS = 30;
    private static final int LOOKS_OF_A_DAY = 40;

    /// What kind of number it is.
    enum Place {
        USUAL,
        /// Its country wants papers.
        PAPERS,
        /// The carrier account has no money.
        POOR
    }

    static PurchaseSchedule of(Random random, int number) {
        int kind = random.nextInt(20);
        Place place = kind == 0 ? Place.PAPERS : kind == 1 ? Place.POOR : Place.USUAL;
        List<Fault> faults = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            faults.add(fault(random));
        }
        List<String> actors = new ArrayList<>(List.of("request"));
        List<Integer> lives = new ArrayList<>(List.of(life(random)));
        for (int i = random.nextInt(6); i > 0; i--) {
            actors.add(List.of("repeat", "reconciler", "reconciler", "rival", "webhook")
                    .get(random.nextInt(5)));
            lives.add(life(random));
        }
        boolean releases = random.nextInt(4) == 0;
        List<Duration> late = random.nextInt(6) == 0 ? late(random) : List.of();
        List<Integer> lateLives =
                Stream.generate(() -> life(random)).limit(LOOKS_OF_A_DAY).toList();
        return new PurchaseSchedule(number, place, faults, actors, lives, late, lateLives, releases, new ArrayList<>());
    }

    /// Deaths that are not left to chance: at every moment of a purchase without troubles, of an order that asks for
    /// papers afterwards, and of looking after one that comes hours late and asks for them, or does not.
    ///
    /// @param first the number of the first of them
    static List<PurchaseSchedule> everyDeath(int first) {
        List<PurchaseSchedule> all = new ArrayList<>();
        int even = first + first % 2; // a late order of an even number asks for papers
        for (int life = 0; life < MOST_MOMENTS; life++) {
            all.add(alone(even + 2 * life, List.of(new Fault.OrderWantsPapers(1)), life, List.of(), IMMORTAL));
            all.add(alone(even + 2 * (MOST_MOMENTS + life), List.of(), IMMORTAL, neverInTime(), life));
            all.add(alone(even + 2 * (MOST_MOMENTS_OF_ALL + life) + 1, List.of(), IMMORTAL, neverInTime(), life));
        }
        for (int life = 0; life < MOST_MOMENTS_OF_ALL; life++) {
            all.add(alone(even + 2 * life + 1, List.of(), life, List.of(), IMMORTAL));
        }
        return all;
    }

    private static PurchaseSchedule alone(int number, List<Fault> faults, int life, List<Duration> late, int lateLife) {
        return new PurchaseSchedule(
                number,
                Place.USUAL,
                faults,
                List.of("request"),
                List.of(life),
                late,
                Collections.nCopies(LOOKS_OF_A_DAY, lateLife),
                false,
                new ArrayList<>());
    }

    private static List<Duration> neverInTime() {
        return Collections.nCopies(ALL_ATTEMPTS, Duration.ofHours(2));
    }

    /// One that another attempt overtakes, or none that gets through while anybody waits for the number.
    private static List<Duration> late(Random random) {
        boolean isOne = random.nextInt(4) == 0;
        int least = isOne ? 5 : 600;
        return Stream.generate(() -> Duration.ofSeconds(least + random.nextInt(80_000)))
                .limit(isOne ? 1 : ALL_ATTEMPTS)
                .toList();
    }

    /// What comes out late may want papers that nobody will bring.
    List<Fault> lateFaults() {
        return number % 2 == 0 ? List.of(new Fault.OrderWantsPapers(3)) : List.of();
    }

    /// Half of them die, most of those early on.
    private static int life(Random random) {
        return random.nextBoolean() ? IMMORTAL : random.nextInt(MOST_MOMENTS);
    }

    private static Fault fault(Random random) {
        String request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        int times = 1 + random.nextInt(3);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Fault.RequestAnswerLost(request, times, 0);
            case 2 -> new Fault.RequestFails(request, times, 503);
            case 3, 4 -> new Fault.RequestDoneButFails(request, times, 500);
            case 5 -> new Fault.RequestRateLimited(request, times, 0);
            case 6 -> new Fault.RequestFails(Fault.ANY, 20 + random.nextInt(200), 503); // down for a while
            case 7 -> new Fault.NumberTaken(1);
            case 8 -> new Fault.OrderWantsPapers(1);
            default -> new Fault.OrderFails(1 + random.nextInt(2));
        };
    }
}
