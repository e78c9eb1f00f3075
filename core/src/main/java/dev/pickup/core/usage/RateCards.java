package dev.pickup.core.usage;

import dev.pickup.core.usage.RateCard.Rate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Our rate cards over time. A call is priced by the card of the day it ended on; a card is never changed, only
/// followed by another.
public final class RateCards {
    private static final String OURS = "Pickup's own price";
    private static final String ON_THIS_MACHINE = "runs on this machine";
    private static final String OWN_CONTRACT = "billed to the account by its own provider";
    private static final String POLLY = "aws.amazon.com/polly/pricing, 2026-10";
    private static final String BEDROCK = "aws.amazon.com/bedrock/pricing, Claude Haiku 4.5, 2026-06";

    private static final String NOVA = "aws.amazon.com/bedrock/pricing, Amazon Nova, 2026-03";
    private static final String NOVA_CACHE = "aws.amazon.com/bedrock/pricing, Amazon Nova, cache read, 2025-07";

    private static final RateCard NOVEMBER_2026 = new RateCard(
            LocalDate.of(2026, 11, 1),
            "USD",
            List.of(
                    // inbound 0.0035 + voice API 0.002 + media streaming 0.0035 a minute
                    new Rate("carrier", "byop", "second", 0, 60, "billed by the carrier to its own customer"),
                    new Rate("carrier", "telnyx", "second", 9_000, 60, "telnyx.com/pricing, 2025"),
                    new Rate("platform", "pickup", "second", 12_000, 60, OURS),
                    new Rate("speech-to-text", "offline", "second", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "offline", "input-token", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "offline", "output-token", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "offline", "cached-token", 0, 1, ON_THIS_MACHINE),
                    new Rate("voice", "offline", "character", 0, 1, ON_THIS_MACHINE),
                    new Rate("speech-to-text", "scripted", "second", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "scripted", "input-token", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "scripted", "output-token", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "scripted", "cached-token", 0, 1, ON_THIS_MACHINE),
                    new Rate("voice", "scripted", "character", 0, 1, ON_THIS_MACHINE),
                    new Rate("model", "openai-compatible", "input-token", 0, 1, OWN_CONTRACT),
                    new Rate("model", "openai-compatible", "output-token", 0, 1, OWN_CONTRACT),
                    new Rate("model", "openai-compatible", "cached-token", 0, 1, OWN_CONTRACT),
                    new Rate(
                            "speech-to-text",
                            "amazon-transcribe/streaming-redacted",
                            "second",
                            26_400,
                            60,
                            "aws.amazon.com/transcribe/pricing, 2025"),
                    new Rate(
                            "speech-to-text",
                            "amazon-transcribe",
                            "second",
                            24_000,
                            60,
                            "aws.amazon.com/transcribe/pricing, 2025"),
                    new Rate("model", "bedrock-claude-haiku-4.5", "input-token", 1, 1, BEDROCK),
                    new Rate("model", "bedrock-claude-haiku-4.5", "output-token", 5, 1, BEDROCK),
                    new Rate("model", "bedrock-claude-haiku-4.5", "cached-token", 1, 10, BEDROCK),
                    new Rate("model", "bedrock-claude-haiku-4.5", "cache-write-token", 5, 4, BEDROCK),
                    new Rate("model", "bedrock-nova-micro", "input-token", 35, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-micro", "cached-token", 35, 4_000, NOVA_CACHE),
                    new Rate("model", "bedrock-nova-micro", "cache-write-token", 35, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-micro", "output-token", 140, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-lite", "input-token", 60, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-lite", "cached-token", 15, 1_000, NOVA_CACHE),
                    new Rate("model", "bedrock-nova-lite", "cache-write-token", 60, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-lite", "output-token", 240, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-pro", "input-token", 800, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-pro", "cached-token", 200, 1_000, NOVA_CACHE),
                    new Rate("model", "bedrock-nova-pro", "cache-write-token", 800, 1_000, NOVA),
                    new Rate("model", "bedrock-nova-pro", "output-token", 3_200, 1_000, NOVA),
                    new Rate("voice", "amazon-polly-generative", "character", 30, 1, POLLY),
                    new Rate("voice", "amazon-polly-neural", "character", 16, 1, POLLY)));

    private static final List<RateCard> ALL = List.of(NOVEMBER_2026);

    private RateCards() {}

    /// The card in force on `day`: the newest that has begun; before the first, the first.
    public static RateCard on(LocalDate day) {
        return ALL.stream()
                .filter(card -> !card.from().isAfter(day))
                .max(Comparator.comparing(RateCard::from))
                .orElse(ALL.getFirst());
    }
}
