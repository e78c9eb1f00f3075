package dev.pickup.core.carrier.telnyx;

import dev.pickup.core.Page;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.PhoneNumber;
import java.net.http.HttpClient;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A customer's own Telnyx account.
///
/// Source: Telnyx OpenAPI `team-telnyx/openapi` `spec3.yml` (2026): `phone_numbers` with `voice` and `messaging`,
/// `call_control_applications`, `connections`, `messaging_profiles`, `outbound_voice_profiles`; "API errors".
/// `GET /whoami` and `GET /public_key` are not in it, but widely used.
public final class TelnyxAccount implements CarrierAccount {
    private static final int LARGEST_PAGE = 100;

    private final TelnyxWire wire;
    private final TelnyxDoctor doctor;
    private final TelnyxOwnedNumbers numbers;
    private final TelnyxRoutingClient routing;
    private final TelnyxOurThings ours;

    /// Asks nobody.
    ///
    /// @param client shared by all accounts of a process; its connect time-out is the caller's choice
    public TelnyxAccount(TelnyxSettings settings, HttpClient client) {
        wire = new TelnyxWire(settings, client);
        TelnyxLists lists = new TelnyxLists(wire);
        doctor = new TelnyxDoctor(wire);
        numbers = new TelnyxOwnedNumbers(wire, lists);
        routing = new TelnyxRoutingClient(wire);
        ours = new TelnyxOurThings(wire, lists);
    }

    @Override
    public Set<Capability> capabilities() {
        return Collections.unmodifiableSet(EnumSet.allOf(Capability.class));
    }

    @Override
    public Finding probe(Capability capability) {
        return doctor.probe(capability);
    }

    @Override
    public String accountId() {
        TelnyxReply reply = wire.get("/whoami").orRejected();
        String id = reply.data().path("organization_id").asText("");
        if (id.isEmpty()) {
            throw new CarrierRejectedException(Reason.OTHER, "no-organization-id", reply.requestId());
        }
        return id;
    }

    @Override
    public Optional<Secret> webhookKey() {
        return TelnyxDoctor.key(wire.get("/public_key").orRejected()).map(Secret::of);
    }

    @Override
    public Page<CarrierNumber> numbers(int limit, Optional<String> next) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to 100 numbers.");
        }
        return numbers.page(limit, next);
    }

    @Override
    public Optional<CarrierNumber> find(PhoneNumber number) {
        return numbers.find(number);
    }

    @Override
    public Optional<NumberRouting> routing(String numberId) {
        return routing.read(numberId);
    }

    @Override
    public Preparation prepare(OurPlace place, NumberRouting before) {
        return ours.prepare(place, before);
    }

    @Override
    public void write(String numberId, Map<String, String> fields) {
        routing.write(numberId, fields);
    }

    @Override
    public void removeOurs(String name) {
        ours.removeOurs(name);
    }
}
