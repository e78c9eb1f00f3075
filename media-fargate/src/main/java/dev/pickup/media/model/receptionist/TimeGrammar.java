package dev.pickup.media.model.receptionist;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the time of day that a caller means: "three", "10:30", "half past two", "three in the afternoon".
/// Without morning or afternoon said, `3` is the three o'clock at which the business may be open.
final class TimeGrammar {
    private static final Set<String> LEADING = Set.of("at", "around", "about", "by", "say", "maybe", "til", "until");
    private static final Set<String> NOT_A_TIME = Set.of(
            "people",
            "persons",
            "guests",
            "days",
            "weeks",
            "of",
            "day",
            "week",
            "percent",
            "dollars",
            "minutes",
            "hours",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final String LATE = "at night|this (?:afternoon|evening)|tonight|afternoon|evening";
    private static final String EARLY = "in the morning|morning";

    private final OpeningHours hours;

    TimeGrammar(OpeningHours hours) {
        this.hours = hours;
    }

    /// The last time that is named.
    ///
    /// @param expected a time was asked for: a bare number is one
    Optional<LocalTime> find(Words words, boolean expected) {
        Optional<LocalTime> found = Optional.empty();
        for (int at = 0; at < words.count(); ) {
            Optional<Found> next = timeAt(words, at, expected);
            found = next.map(Found::time).or(List.of(found)::getFirst);
            at = next.map(Found::end).orElse(at + 1);
        }
        return found;
    }

    /// A time, and the token after it.
    private record Found(LocalTime time, int end) {}

    private Optional<Found> timeAt(Words words, int at, boolean expected) {
        String token = words.at(at);
        boolean noon = token.equals("noon") && !Set.of("after", "before").contains(words.at(at - 1));
        if (noon || token.equals("midday")) {
            return Optional.of(new Found(LocalTime.NOON, at + 1));
        }
        if (token.matches("\\d{1,2}:\\d{2}")) {
            String[] parts = token.split(":", -1);
            return resolve(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), words, at + 1);
        }
        return relative(words, at).or(() -> plain(words, at, expected));
    }

    /// "half past two", "quarter to four", "ten past nine".
    private Optional<Found> relative(Words words, int at) {
        int minutes = switch (words.at(at)) {
            case "half" -> 30;
            case "quarter" -> 15;
            default -> Numbers.wholeAt(words, at).value();
        };
        String direction = words.at(at + 1);
        boolean past = direction.equals("past");
        boolean to = direction.equals("to") && minutes % 5 == 0 && minutes <= 20;
        Numbers.Found hour = Numbers.wholeAt(words, at + 2);
        if (minutes < 1 || minutes > 30 || !(past || to) || hour.length() == 0) {
            return Optional.empty();
        }
        return resolve(past ? hour.value() : hour.value() - 1, past ? minutes : 60 - minutes, words, at + 3);
    }

    private Optional<Found> plain(Words words, int at, boolean expected) {
        Numbers.Found hour = hourAt(words, at);
        if (hour.length() == 0 || isPartOfSomethingElse(words, at)) {
            return Optional.empty();
        }
        int next = at + hour.length();
        if (words.at(at).matches("\\d{3,4}")) {
            boolean clearly = expected || LEADING.contains(words.at(at - 1)) || isMeridiem(words.at(next));
            return clearly ? resolve(hour.value() / 100, hour.value() % 100, words, next) : Optional.empty();
        }
        Numbers.Found minutes = minutesAt(words, next);
        boolean named = minutes.length() > 0
                || isMeridiem(words.at(next))
                || words.at(next).equals("oclock")
                || inPart(words, next)
                || LEADING.contains(words.at(at - 1))
                || DayGrammar.weekday(words.at(at - 1)).isPresent()
                || Set.of("tomorrow", "today").contains(words.at(at - 1))
                || expected;
        return named
                ? resolve(hour.value(), Math.max(0, minutes.value()), words, next + minutes.length())
                : Optional.empty();
    }

    /// The recognizer writes "for", "free", "tree", "ate" and "won" for hours, but only right after "at".
    private static Numbers.Found hourAt(Words words, int at) {
        Numbers.Found number = Numbers.wholeAt(words, at);
        boolean slipped = words.at(at - 1).equals("at") && endsAt(words, at + 1);
        if (number.length() > 0 || !slipped) {
            return number.length() == 2 && number.value() > 24 ? new Numbers.Found(-1, 0) : number;
        }
        int heard = switch (words.at(at)) {
            case "for", "fore" -> 4;
            case "free", "tree" -> 3;
            case "ate" -> 8;
            case "won" -> 1;
            case "to", "too" -> 2;
            case "tin", "then" -> 10;
            default -> -1;
        };
        return heard < 0 ? new Numbers.Found(-1, 0) : new Numbers.Found(heard, 1);
    }

    private static boolean endsAt(Words words, int at) {
        return at >= words.count()
                || Set.of("please", "oclock", "am", "pm", "in", "thanks", "on", "tomorrow", "today")
                        .contains(words.at(at));
    }

    private static Numbers.Found minutesAt(Words words, int at) {
        Numbers.Found found = Numbers.wholeAt(words, at);
        boolean zeroLed = words.at(at).equals("oh");
        if (zeroLed) {
            Numbers.Found ones = Numbers.wholeAt(words, at + 1);
            return ones.length() > 0 && ones.value() < 10
                    ? new Numbers.Found(ones.value(), 2)
                    : new Numbers.Found(-1, 0);
        }
        boolean minutes = found.length() > 0 && found.value() >= 10 && found.value() < 60 && found.value() % 5 == 0;
        return minutes ? found : new Numbers.Found(-1, 0);
    }

    private static boolean isPartOfSomethingElse(Words words, int at) {
        Numbers.Found number = Numbers.wholeAt(words, at);
        String next = words.at(at + Math.max(1, number.length()));
        String before = words.at(at - 1);
        return NOT_A_TIME.contains(next)
                || (NOT_A_TIME.contains(before) && !before.equals("of"))
                || number.value() > 2400
                || (number.value() > 24 && number.value() < 100);
    }

    private static boolean isMeridiem(String token) {
        return token.equals("am") || token.equals("pm");
    }

    private static boolean inPart(Words words, int at) {
        return Set.of("in the", "at night").contains(words.at(at) + " " + words.at(at + 1));
    }

    private Optional<Found> resolve(int hour, int minute, Words words, int next) {
        if (hour < 0 || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        boolean pm = words.at(next).equals("pm") || words.has(LATE);
        boolean am = words.at(next).equals("am") || (words.has(EARLY) && !pm);
        LocalTime early = LocalTime.of(hour == 12 && am ? 0 : hour, minute);
        LocalTime late = LocalTime.of(hour < 12 ? hour + 12 : hour, minute);
        boolean second = !am && (hour >= 12 || pm || hours.rather(late, early));
        return Optional.of(new Found(second ? late : early, next));
    }
}
