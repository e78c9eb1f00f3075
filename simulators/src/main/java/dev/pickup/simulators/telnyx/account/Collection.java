package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.Map;

/// One collection of resources that the customer manages.
///
/// @param path       such as `/messaging_profiles`
/// @param created    the status of a creation: 200 or 201, as the carrier has it
/// @param creatable  what a creation may say
/// @param changeable what a change may say
/// @param defaults   what is there when nothing was said
/// @param filters    query parameters and the field each is about; one that ends in `[contains]` looks for a part of it
record Collection(
        String path,
        Kind kind,
        int created,
        Shape creatable,
        Shape changeable,
        Defaults defaults,
        Map<String, String> filters) {
    interface Defaults {
        ObjectNode of(String id, String now);
    }

    static final Collection APPLICATIONS = new Collection(
            "/call_control_applications",
            Kind.APPLICATION,
            201,
            ApplicationResource.WRITABLE,
            ApplicationResource.WRITABLE,
            ApplicationResource::defaults,
            Map.of("filter[application_name][contains]", "/application_name"));

    static final Collection MESSAGING_PROFILES = new Collection(
            "/messaging_profiles",
            Kind.MESSAGING_PROFILE,
            200,
            MessagingProfileResource.CREATABLE,
            MessagingProfileResource.CHANGEABLE,
            MessagingProfileResource::defaults,
            Map.of("filter[name][eq]", "/name", "filter[name][contains]", "/name"));

    static final Collection VOICE_PROFILES = new Collection(
            "/outbound_voice_profiles",
            Kind.VOICE_PROFILE,
            201,
            VoiceProfileResource.CREATABLE,
            VoiceProfileResource.CHANGEABLE,
            VoiceProfileResource::defaults,
            Map.of("filter[name][contains]", "/name"));
}
