package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.telnyx.media.StreamRequest;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;

/// What each command may say. Source: the OpenAPI's `…Request` schemas, without recording, gathering and machine
/// detection, which this exchange does not do.
final class CommandShapes {
    private static final Shape COMMON = Shape.of(Shape.base64("client_state"), Shape.text("command_id", 255));
    private static final Shape HEADERS = Shape.of(Shape.array("custom_headers"), Shape.array("sip_headers"));

    static final Shape ANSWER = COMMON.and(WebhookFields.SHAPE)
            .and(StreamRequest.FIELDS)
            .and(StreamRequest.DETAILS)
            .and(HEADERS)
            .and(Shape.of(
                    Shape.bool("send_silence_when_idle"),
                    Shape.text("preferred_codecs"),
                    Shape.text("billing_group_id")));

    static final Shape REJECT = COMMON.and(
            Shape.of(Shape.oneOf("cause", "CALL_REJECTED", "USER_BUSY").required()));

    static final Shape HANGUP = COMMON.and(Shape.of(Shape.array("custom_headers")));

    static final Shape STREAMING_START =
            StreamRequest.FIELDS.and(COMMON).and(StreamRequest.DETAILS).requiring("stream_url");

    static final Shape STREAMING_STOP = COMMON.and(Shape.of(Shape.text("stream_id", 64)));

    static final Shape SPEAK = COMMON.and(Shape.of(
            Shape.text("payload", 3000).required(),
            Shape.text("voice", 255).required(),
            Shape.oneOf("payload_type", "text", "ssml"),
            Shape.oneOf("service_level", "basic", "premium"),
            Shape.oneOf("stop", "current", "all"),
            Shape.text("language", 16),
            Shape.oneOf("target_legs", "self"),
            Shape.object("voice_settings")));

    static final Shape TRANSFER = COMMON.and(WebhookFields.SHAPE)
            .and(HEADERS)
            .and(Shape.of(
                    Shape.matching("to", "\\+[1-9][0-9]{6,14}", ErrorCode.NOT_E164, "must be in E.164 format")
                            .required(),
                    Shape.matching("from", "\\+[1-9][0-9]{6,14}", ErrorCode.NOT_E164, "must be in E.164 format"),
                    Shape.text("from_display_name", 128),
                    Shape.integer("timeout_secs", 5, 600),
                    Shape.integer("time_limit_secs", 30, 14400),
                    Shape.oneOf("park_after_unbridge", "self"),
                    Shape.base64("target_leg_client_state"),
                    Shape.bool("early_media"),
                    Shape.oneOf("mute_dtmf", "none", "both", "self", "opposite"),
                    Shape.oneOf("answering_machine_detection", "disabled")));

    static final Shape SEND_DTMF = COMMON.and(Shape.of(
            Shape.matching(
                            "digits",
                            "[0-9A-D*#wW]{1,128}",
                            ErrorCode.BAD_REQUEST,
                            "may contain 0-9, A-D, *, #, w and W only")
                    .required(),
            Shape.integer("duration_millis", 100, 500)));

    static final Shape CLIENT_STATE_UPDATE =
            Shape.of(Shape.base64("client_state").required());

    static final Shape DIAL = TRANSFER.and(Shape.of(
                    Shape.text("connection_id", 64).required(),
                    Shape.text("link_to", 255),
                    Shape.bool("bridge_intent"),
                    Shape.bool("bridge_on_answer"),
                    Shape.bool("prevent_double_bridge"),
                    Shape.bool("retry_on_timeout")))
            .requiring("from");

    private CommandShapes() {}
}
