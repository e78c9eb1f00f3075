package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Puts what a seed says into the resources of an account.
final class AccountSeeds {
    private AccountSeeds() {}

    static void plant(SeededAccount seed, Resources resources, String now) {
        resources.put(Kind.BALANCE, Wallet.opened(seed.terms().balance()));
        replant(seed, resources, now);
    }

    /// What is set up is set up again; numbers that are there, or were released, stay as they are.
    static void replant(SeededAccount seed, Resources resources, String now) {
        SeededAccount.Holdings holdings = seed.holdings();
        for (SeededAccount.Application application : holdings.applications()) {
            application.outboundVoiceProfileId().ifPresent(id -> resources.put(Kind.VOICE_PROFILE, profile(id, now)));
            resources.put(Kind.APPLICATION, ApplicationResource.seeded(application, now));
        }
        holdings.messagingProfiles()
                .forEach(p -> resources.put(Kind.MESSAGING_PROFILE, MessagingProfileResource.seeded(p, now)));
        holdings.connections().forEach(c -> resources.put(Kind.CONNECTION, ConnectionResource.seeded(c, now)));
        holdings.numbers().stream()
                .filter(n -> !resources.has(Kind.NUMBER, n.id()) && !resources.has(Kind.RELEASED, n.phoneNumber()))
                .forEach(n -> plant(n, resources, now));
    }

    private static void plant(SeededAccount.OwnedNumber number, Resources resources, String now) {
        NumberResource.put(
                new NumberResource.Bought(
                        number.id(), number.phoneNumber(), country(number.phoneNumber()), "local", true, now),
                resources);
        NumberResource.point(resources, number.id(), number.connectionId(), number.messagingProfileId());
    }

    private static ObjectNode profile(String id, String now) {
        ObjectNode profile = VoiceProfileResource.defaults(id, now);
        return profile.put("name", "Outbound");
    }

    private static String country(String phoneNumber) {
        return phoneNumber.startsWith("+1") ? "US" : "";
    }
}
