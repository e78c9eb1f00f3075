package dev.pickup.media.model.receptionist;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers questions from what the business wants said of itself.
final class Facts {
    private static final Map<String, String> QUESTIONS = questions();

    private final Map<String, String> facts;

    Facts(Map<String, String> facts) {
        this.facts = facts;
    }

    /// What was asked about and what the facts say; `Optional.empty` in it when they say nothing.
    record Found(String subject, Optional<String> sentence) {}

    /// The fact that `words` ask about; empty when they ask about none.
    Optional<Found> find(Words words) {
        for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
            if (words.has(question.getValue())) {
                String subject = question.getKey();
                return Optional.of(new Found(
                        subject, Optional.ofNullable(facts.get(subject)).map(fact -> sentence(subject, fact))));
            }
        }
        return facts.entrySet().stream()
                .filter(fact -> words.has(named(fact.getKey())))
                .findFirst()
                .map(fact -> new Found(fact.getKey(), Optional.of(sentence(fact.getKey(), fact.getValue()))));
    }

    /// The service that `words` name, if it is one of ours.
    Optional<String> service(Words words) {
        return Arrays.stream(facts.getOrDefault("services", "").split(",| and ", -1))
                .map(service -> Words.of(service).text())
                .filter(service -> !service.isEmpty() && words.has(singular(service) + "s?"))
                .map(Facts::singular)
                .findFirst();
    }

    private static String sentence(String subject, String fact) {
        String lead = switch (subject) {
            case "address" -> "Our address is ";
            case "services" -> "We offer ";
            case "parking" ->
                fact.contains(" is ") || fact.contains(" are ") || fact.startsWith("we ")
                        ? ""
                        : "For parking, there is ";
            case "website" -> "Our website is ";
            case "areas" -> "We work in ";
            case "menu" -> "We serve ";
            default -> "";
        };
        String sentence = (lead + fact).strip();
        String end = sentence.endsWith(".") ? "" : ".";
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + end;
    }

    private static String named(String key) {
        String words = key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return List.of(words.split("[^a-z]+", -1)).stream()
                .filter(word -> word.length() > 2)
                .map(word -> singular(word) + "s?")
                .collect(Collectors.joining(" ", "", ""));
    }

    private static String singular(String word) {
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /// Subject → how callers ask about it; the first that fits counts.
    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("parking", "parking|park|car park|garage|parking lot");
        questions.put("insurance", "insurance|insured|insurances|dental plans?|coverage|covered");
        questions.put("newPatients", "new patients?|accepting patients|taking patients");
        questions.put("prices", "prices?|costs?|how much|charge|fees?|expensive|rates?|pricing");
        questions.put("dietary", "vegan|vegetarian|gluten(?: free)?|allerg(?:y|ies|ic)|nuts?|halal|kosher|dairy");
        questions.put("children", "children|kids?|child|baby|babies|high chairs?");
        questions.put("cancellation", "cancellation(?: policy)?");
        questions.put("valuation", "valuations?|valued|what is my (?:home|house) worth|sell my (?:home|house)");
        questions.put("areas", "areas?|neighborhoods?|neighbourhoods?");
        questions.put("menu", "menu|dishes|specials?|what do you serve|food");
        questions.put("website", "website|web site|online|web page");
        questions.put("email", "e ?mail(?: address)?");
        questions.put("phone", "your (?:phone )?number");
        questions.put(
                "address",
                "address|where are you|where you are|where is (?:the|your)(?: .*)?|located|location|find you|directions|how do i get|which street|where do i|where can i find");
        questions.put(
                "services", "services?|what do you (?:do|offer)|do you (?:do|offer)(?: .*)?|treatments?|what kind of");
        return questions;
    }
}
