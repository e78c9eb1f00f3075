package dev.pickup.simulators.transcribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A result as the payload of a `TranscriptEvent`.
///
/// @param unstable how many of a partial result's last words may still change; negative: results are not
/// stabilized
record ResultJson(StreamParameters stream, int unstable) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MS = 1_000.0;

    /// Words that may still change, by the level asked for. Chosen; the service says "the last few".
    static ResultJson of(StreamParameters stream) {
        return new ResultJson(
                stream,
                switch (stream.stability()) {
                    case "high" -> 1;
                    case "medium" -> 3;
                    case "low" -> 5;
                    default -> -1;
                });
    }

    /// @param languages how likely each is that was asked for
    byte[] bytes(String resultId, List<WordTimes.Word> words, boolean partial, Map<String, Double> languages) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode result = root.putObject("Transcript").putArray("Results").addObject();
        result.put("ResultId", resultId)
                .put("StartTime", words.getFirst().startMs() / MS)
                .put("EndTime", words.getLast().endMs() / MS)
                .put("IsPartial", partial)
                .put("ChannelId", "ch_0");
        if (stream.identifiesLanguage()) {
            result.put("LanguageCode", SpokenLanguage.code(languages, stream).language());
            ArrayNode identified = result.putArray("LanguageIdentification");
            languages.forEach((language, score) ->
                    identified.addObject().put("LanguageCode", language).put("Score", score));
        }
        ObjectNode alternative = result.putArray("Alternatives").addObject();
        StringBuilder text = new StringBuilder();
        ArrayNode items = alternative.putArray("Items");
        for (int i = 0; i < words.size(); i++) {
            WordTimes.Word word = stream.redactsPii() && !partial ? redacted(words.get(i)) : words.get(i);
            text.append(i == 0 ? "" : " ").append(word.text());
            boolean stable = !partial || i < words.size() - unstable;
            item(items, word, unstable >= 0, stable);
        }
        alternative.put("Transcript", text.toString());
        try {
            return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }

    /// Only what is final is redacted. Which numbers the service takes for private, nobody publishes: here all of four
    /// digits or more.
    private static WordTimes.Word redacted(WordTimes.Word word) {
        return new WordTimes.Word(word.text().replaceAll("\\d{4,}", "[PII]"), word.startMs(), word.endMs());
    }

    /// A word and the punctuation after it are items of their own.
    private static void item(ArrayNode items, WordTimes.Word word, boolean stabilized, boolean stable) {
        String text = word.text();
        boolean punctuated = text.length() > 1 && ",.?!".indexOf(text.charAt(text.length() - 1)) >= 0;
        String bare = punctuated ? text.substring(0, text.length() - 1) : text;
        ObjectNode item = items.addObject()
                .put("StartTime", word.startMs() / MS)
                .put("EndTime", word.endMs() / MS)
                .put("Type", "pronunciation")
                .put("Content", bare)
                .put("VocabularyFilterMatch", false)
                .put("Confidence", 0.98);
        if (stabilized) {
            item.put("Stable", stable);
        }
        if (punctuated) {
            ObjectNode mark = items.addObject()
                    .put("StartTime", word.endMs() / MS)
                    .put("EndTime", word.endMs() / MS)
                    .put("Type", "punctuation")
                    .put("Content", text.substring(text.length() - 1));
            if (stabilized) {
                mark.put("Stable", stable);
            }
        }
    }
}
