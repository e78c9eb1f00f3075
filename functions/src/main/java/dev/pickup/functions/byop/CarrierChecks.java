package dev.pickup.functions.byop;

import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Destination;
import dev.pickup.core.carrier.CarrierNumber.Kind;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.ManagedNumbers.Standing;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.number.Did;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the carrier tells of a number: is it active, do calls and texts come to us? Always all three checks. Read in
/// our own carrier account for a number that we bought, in the customer's for one that they brought. Blocking; any
/// thread.
record CarrierChecks(FunctionsWiring wiring) {
    private static final String ASK_AGAIN = "; try again in a minute.";

    List<NumberCheck> of(Did did) {
        try {
            return did.byop().isPresent() ? imported(did) : bought(did);
        } catch (CarrierUnavailableException e) {
            return untold(NumberCheck.unknown(
                    NumberCheck.NUMBER_ACTIVE, "The carrier did not answer (" + e.code() + ")" + ASK_AGAIN));
        } catch (CarrierRejectedException e) {
            return untold(
                    did.byop().isPresent()
                            ? NumberCheck.failed(
                                    NumberCheck.NUMBER_ACTIVE,
                                    "The carrier refuses our credentials (" + e.code() + "); test them.")
                            : NumberCheck.unknown(
                                    NumberCheck.NUMBER_ACTIVE,
                                    "The carrier refuses to tell (" + e.code()
                                            + "); the operator's key lacks a right."));
        }
    }

    private List<NumberCheck> bought(Did did) {
        if (did.status() == Did.Status.ORDERED || did.status() == Did.Status.FAILED) {
            return untold(NumberCheck.failed(
                    NumberCheck.NUMBER_ACTIVE, "It is not ours: its status is " + did.status() + "."));
        }
        Optional<Standing> standing = wiring.managed().standing(did.number());
        if (standing.isEmpty()) {
            return untold(NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "Our carrier account does not have it."));
        }
        NumberCheck routing = switch (standing.get().calls()) {
            case HERE -> NumberCheck.passed(NumberCheck.ROUTING_OURS, "It points at us.");
            case ELSEWHERE, IMPOSSIBLE ->
                NumberCheck.failed(
                        NumberCheck.ROUTING_OURS,
                        did.status() == Did.Status.CONFIGURING
                                ? "It does not point at us yet; it is being configured."
                                : "Somebody pointed its calls elsewhere in the carrier's portal; point it at the application"
                                        + " whose webhook is ours, and end its forwarding.");
        };
        NumberCheck texts = switch (standing.get().texts()) {
            case HERE -> NumberCheck.passed(NumberCheck.SMS_ON, "Texts come to us.");
            case ELSEWHERE ->
                NumberCheck.failed(
                        NumberCheck.SMS_ON,
                        "Texts do not come to us; give it the messaging profile whose webhook is ours.");
            case IMPOSSIBLE -> NumberCheck.failed(NumberCheck.SMS_ON, "This number cannot be texted.");
        };
        return List.of(active(standing.get().active()), routing, texts);
    }

    private List<NumberCheck> imported(Did did) {
        Optional<ByopImport> state = wiring.imports().find(did.account(), did.number());
        if (state.isEmpty()) {
            return untold(NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "Its import is gone; import it again."));
        }
        return wiring.customerAccounts()
                .open(did.account(), state.get().credential())
                .map(opened -> imported(state.get(), opened))
                .orElseGet(() -> untold(NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "Its credentials are gone.")));
    }

    private List<NumberCheck> imported(ByopImport state, Opened opened) {
        Optional<CarrierNumber> number = opened.carrierAccount().find(state.number());
        if (number.isEmpty()) {
            return untold(
                    NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "The carrier account does not have it any more."));
        }
        return List.of(
                active(number.get().active()), routing(state, opened), texts(number.get(), wiring.place(state), state));
    }

    private static NumberCheck routing(ByopImport state, Opened opened) {
        if (state.stage() != ByopImport.Stage.ACTIVE) {
            return NumberCheck.failed(NumberCheck.ROUTING_OURS, "Its import is not finished: " + state.stage() + ".");
        }
        return opened.carrierAccount()
                .routing(state.before().numberId())
                .map(now -> routing(now.against(state.plan().fields())))
                .orElseGet(() -> NumberCheck.unknown(
                        NumberCheck.ROUTING_OURS, "The carrier does not show its routing now" + ASK_AGAIN));
    }

    private static NumberCheck routing(List<Difference> differences) {
        return differences.isEmpty()
                ? NumberCheck.passed(NumberCheck.ROUTING_OURS, "It points at us.")
                : NumberCheck.failed(
                        NumberCheck.ROUTING_OURS,
                        "Somebody changed it at the carrier: "
                                + differences.stream().map(Difference::field).collect(Collectors.joining(", "))
                                + ". Roll it back and import it again.");
    }

    /// Texts may have stayed where they were, on purpose: the import's notes say why.
    private static NumberCheck texts(CarrierNumber number, OurPlace place, ByopImport state) {
        Destination texts = number.texts();
        String why = String.join(" ", state.plan().notes());
        if (!number.sms()) {
            return NumberCheck.failed(NumberCheck.SMS_ON, "This number cannot be texted.");
        }
        if (texts.url().equals(place.messaging().toString())) {
            return NumberCheck.passed(NumberCheck.SMS_ON, "Texts come to us.");
        }
        return texts.kind() != Kind.NOWHERE && texts.url().isEmpty()
                ? NumberCheck.unknown(
                        NumberCheck.SMS_ON,
                        ("It cannot be told whether what its texts go to sends them on to us. " + why).strip())
                : NumberCheck.failed(NumberCheck.SMS_ON, ("Texts do not come to us. " + why).strip());
    }

    private static NumberCheck active(boolean active) {
        return active
                ? NumberCheck.passed(NumberCheck.NUMBER_ACTIVE, "The carrier delivers calls to it.")
                : NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "The carrier does not deliver calls to it.");
    }

    /// The first check says why the others cannot be told.
    private static List<NumberCheck> untold(NumberCheck active) {
        return List.of(
                active,
                NumberCheck.unknown(NumberCheck.ROUTING_OURS, "It cannot be told: see the check before."),
                NumberCheck.unknown(NumberCheck.SMS_ON, "It cannot be told: see the checks before."));
    }
}
