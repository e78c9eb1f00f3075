package dev.pickup.core.byop;

import dev.pickup.core.Page;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Destination;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A carrier account in memory with the traps of real ones: a trunk wipes an application and the other
/// way round, an application that a number points to cannot be removed, and whatever [Trouble] says may
/// go wrong goes wrong. One thread.
final class FakeCarrierAccount implements CarrierAccount {
    private static final List<String> FIELDS =
            List.of("voice_url", "status_callback", "voice_application", "trunk", "sms_url");

    /// By carrier id: the number's fields, as compact JSON.
    private final Map<String, Map<String, String>> numbers = new TreeMap<>();

    private final Map<String, PhoneNumber> names = new TreeMap<>();

    /// By id: name and URL. The customer's own and ours.
    private final Map<String, Application> applications = new TreeMap<>();

    private final Map<String, Map<String, String>> staleReads = new TreeMap<>();
    private final Map<String, Instant> lastWrites = new TreeMap<>();
    private final InstantSource clock;
    private Trouble trouble = Trouble.NONE;
    private int made;

    record Application(String name, String url) {}

    FakeCarrierAccount(InstantSource clock) {
        this.clock = clock;
    }

    /// Called before and after everything that the carrier does; throws what shall go wrong.
    interface Trouble {
        Trouble NONE = new Trouble() {};

        /// So many times this operation does not even begin.
        static Trouble failing(String operation, int times, Supplier<RuntimeException> fault) {
            int[] left = {times};
            return new Trouble() {
                @Override
                public void before(String asked) {
                    if (asked.equals(operation) && left[0] > 0) {
                        left[0]--;
                        throw fault.get();
                    }
                }
            };
        }

        default void before(String operation) {}

        default void after(String operation) {}

        /// How many fields of a write take effect before it breaks; negative: all of them.
        default int fieldsWritten(int all) {
            return -1;
        }

        /// Whether a read within a minute shows what stood there before the last write.
        default boolean isStale() {
            return false;
        }
    }

    void trouble(Trouble next) {
        trouble = next;
    }

    void own(String id, PhoneNumber number, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        FIELDS.forEach(field -> all.put(field, fields.getOrDefault(field, "null")));
        numbers.put(id, all);
        names.put(id, number);
    }

    void application(String id, String name, String url) {
        applications.put(id, new Application(name, url));
    }

    /// As the customer changes it in the console.
    void change(String id, String field, String value) {
        set(numbers.get(id), field, value);
    }

    void lose(String id) {
        numbers.remove(id);
        names.remove(id);
    }

    /// All there is, for comparing.
    String dump() {
        return numbers + "\n" + applications;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.OPEN_ACCOUNT);
    }

    @Override
    public Finding probe(Capability capability) {
        return Finding.ok(capability);
    }

    @Override
    public String accountId() {
        return "fake";
    }

    @Override
    public Optional<Secret> webhookKey() {
        return Optional.empty();
    }

    @Override
    public Page<CarrierNumber> numbers(int limit, Optional<String> next) {
        return new Page<>(names.keySet().stream().map(this::number).toList(), Optional.empty());
    }

    @Override
    public Optional<CarrierNumber> find(PhoneNumber number) {
        trouble.before("find");
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(number))
                .map(entry -> number(entry.getKey()))
                .findFirst();
    }

    @Override
    public Optional<NumberRouting> routing(String numberId) {
        trouble.before("read");
        if (!numbers.containsKey(numberId)) {
            return Optional.empty();
        }
        boolean fresh = clock.instant()
                .isAfter(lastWrites.getOrDefault(numberId, Instant.EPOCH).plusSeconds(60));
        Map<String, String> shown = trouble.isStale() && !fresh
                ? staleReads.getOrDefault(numberId, numbers.get(numberId))
                : numbers.get(numberId);
        return Optional.of(new NumberRouting(names.get(numberId), numberId, shown, Map.of("status", "\"active\"")));
    }

    @Override
    public Preparation prepare(OurPlace place, NumberRouting before) {
        trouble.before("prepare");
        String id = applications.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(place.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> "APP" + ++made + place.name().hashCode());
        applications.put(id, new Application(place.name(), place.voice().toString()));
        trouble.after("prepare");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("voice_url", "null");
        fields.put("trunk", "null");
        fields.put("voice_application", "\"" + id + "\"");
        fields.put("sms_url", "\"" + place.messaging() + "\"");
        return new Preparation.Ready(fields, List.of());
    }

    @Override
    public void write(String numberId, Map<String, String> fields) {
        trouble.before("write");
        Map<String, String> number = numbers.get(numberId);
        lastWrites.put(numberId, clock.instant());
        staleReads.put(numberId, new LinkedHashMap<>(number));
        int limit = trouble.fieldsWritten(fields.size());
        int written = 0;
        for (String field : inOrder(fields)) {
            if (limit >= 0 && written++ >= limit) {
                break;
            }
            set(number, field, fields.get(field));
        }
        trouble.after("write");
    }

    @Override
    public void removeOurs(String name) {
        trouble.before("remove");
        applications.entrySet().removeIf(entry -> {
            boolean ours = entry.getValue().name().equals(name);
            if (ours && numbers.values().stream().anyMatch(n -> n.containsValue("\"" + entry.getKey() + "\""))) {
                throw new CarrierRejectedException(CarrierRejectedException.Reason.OTHER, "in-use", "");
            }
            return ours;
        });
        trouble.after("remove");
    }

    /// What clears comes first; of trunk and application the one that is set comes last, or it would be
    /// wiped.
    private static List<String> inOrder(Map<String, String> fields) {
        return fields.keySet().stream()
                .sorted(Comparator.comparing(
                        (String field) -> wipes(field) && !fields.get(field).equals("null")))
                .toList();
    }

    private static boolean wipes(String field) {
        return field.equals("trunk") || field.equals("voice_application");
    }

    private static void set(Map<String, String> number, String field, String value) {
        number.put(field, value);
        if (field.equals("trunk") && !value.equals("null")) {
            number.put("voice_application", "null");
        } else if (field.equals("voice_application") && !value.equals("null")) {
            number.put("trunk", "null");
        }
    }

    private CarrierNumber number(String id) {
        return new CarrierNumber(names.get(id), id, "", true, true, true, Destination.NOWHERE, Destination.NOWHERE);
    }
}
