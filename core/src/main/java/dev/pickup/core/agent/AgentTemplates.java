package dev.pickup.core.agent;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import dev.pickup.core.agent.AgentSettings.Limits;
import dev.pickup.core.agent.AgentSettings.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The templates that an account can start from. Each is a whole, working agent of an invented business: facts and
/// hours are there to be replaced.
public final class AgentTemplates {
    /// How every receptionist speaks, whatever its trade.
    private static final String MANNER = """

            How you speak:
            - This is a phone call. Answer in one or two short sentences, then stop and listen. No lists, no markdown.
            - Say only what you know from these instructions, the facts, the opening hours and your tools. If you do \
            not know something, say so and offer to take a message.
            - Ask for one thing at a time. Read dates, times, names and phone numbers back before you rely on them.
            - If the caller is upset or asks for a person, stay calm, say that you will pass it on, and take a message.
            - Never invent free times, prices or promises, and never ask for card numbers or passwords.
            - When the caller has nothing more, say goodbye and end the call.
            """;

    private static final Map<DayOfWeek, List<Opening>> OFFICE_HOURS = Map.of(
            MONDAY, open("09:00-17:00"),
            TUESDAY, open("09:00-17:00"),
            WEDNESDAY, open("09:00-17:00"),
            THURSDAY, open("09:00-17:00"),
            FRIDAY, open("09:00-17:00"));

    private static final Map<String, Map<String, String>> MESSAGES_ONLY =
            Map.of("take_message", Map.of(), "end_call", Map.of());

    public static final AgentTemplate GENERIC = new AgentTemplate(
            "generic",
            "Receptionist",
            "For any office: answers questions, says when you are open, and takes messages.",
            settings(
                            "Receptionist",
                            "Northgate Office",
                            """
                    You are the receptionist of the business named below. Greet callers, answer their questions from \
                    the facts, tell them when the office is open, and take a message for the team when somebody needs \
                    to call back. A message needs the caller's name, what it is about, and a number if it is not the \
                    one they are calling from.
                    """,
                            "Hello, you have reached Northgate Office. How can I help you?")
                    .with(MESSAGES_ONLY)
                    .with(
                            OFFICE_HOURS,
                            Map.of(
                                    "address", "200 Northgate Avenue, second floor",
                                    "parking", "visitor parking is in front of the building",
                                    "website", "northgate dot example"))
                    .build());

    public static final AgentTemplate CLINIC = new AgentTemplate(
            "clinic",
            "Clinic",
            "For medical and dental practices: books visits, answers the usual questions, and sends emergencies away.",
            settings(
                            "Front desk",
                            "Alder Dental Clinic",
                            """
                    You are the front desk of the dental clinic named below. You book appointments, answer questions \
                    about the clinic, and take messages for the team.
                    - First of all: if a caller describes an emergency, such as trouble breathing, bleeding that does \
                    not stop, or a heavy blow to the head, tell them to hang up and call nine one one at once.
                    - You give no medical advice, no diagnosis and no advice on medicines. Offer an appointment, or a \
                    message to the dentist, instead.
                    - To book: find out the day and the time they would like, check that it is free, ask for their \
                    name and what the visit is for, then book it and repeat the day and the time.
                    - Ask new patients to come ten minutes early with their insurance card.
                    """,
                            "Thank you for calling Alder Dental Clinic. How can I help you today?")
                    .with(calendar(30, 1))
                    .with(
                            Map.of(
                                    MONDAY, open("08:30-12:30", "13:30-17:30"),
                                    TUESDAY, open("08:30-12:30", "13:30-17:30"),
                                    WEDNESDAY, open("08:30-12:30", "13:30-17:30"),
                                    THURSDAY, open("08:30-12:30", "13:30-17:30"),
                                    FRIDAY, open("08:30-12:30", "13:30-16:00")),
                            Map.of(
                                    "address", "12 Alder Street, across from the public library",
                                    "parking", "free parking behind the building, entrance on Maple Lane",
                                    "services",
                                            "check-ups, cleanings, fillings, crowns, whitening and emergency visits",
                                    "insurance", "we work with most dental plans; please bring your card",
                                    "newPatients", "new patients are welcome; please come ten minutes early"))
                    .hearing("Invisalign", "crown", "root canal", "hygienist", "molar")
                    .build());

    public static final AgentTemplate SALON = new AgentTemplate(
            "salon",
            "Salon",
            "For hair and beauty salons: books visits, quotes the price list, and takes messages for stylists.",
            settings(
                            "Salon desk",
                            "Juniper Hair Studio",
                            """
                    You are the desk of the hair salon named below. You are warm and quick. You book visits, tell \
                    callers what services cost, and take messages for stylists.
                    - To book: ask which service they would like and when, check that the time is free, ask for \
                    their name, book it, and repeat the day and the time.
                    - If they want a certain stylist, book the time and put the stylist's name into the service.
                    - Prices depend on the length of the hair: say "from" before every price.
                    - For anything about an allergy or a skin reaction, take a message for the owner.
                    """,
                            "Hi, this is Juniper Hair Studio. What can I do for you?")
                    .with(calendar(45, 2))
                    .with(
                            Map.of(
                                    TUESDAY, open("10:00-19:00"),
                                    WEDNESDAY, open("10:00-19:00"),
                                    THURSDAY, open("10:00-20:00"),
                                    FRIDAY, open("10:00-20:00"),
                                    SATURDAY, open("09:00-17:00")),
                            Map.of(
                                    "address", "48 Juniper Road, next to the flower shop",
                                    "parking", "two hours free on the street",
                                    "services", "cuts, colour, highlights, blow-dries and bridal styling",
                                    "prices", "cuts from forty-five dollars, colour from ninety, blow-dries from forty",
                                    "cancellation", "please let us know a day ahead if you cannot come"))
                    .hearing("balayage", "highlights", "keratin", "blow-dry", "ombre")
                    .build());

    public static final AgentTemplate REAL_ESTATE = new AgentTemplate(
            "real-estate",
            "Real-estate office",
            "For estate agents: arranges viewings, notes what a caller is looking for, and takes messages.",
            settings(
                            "Office line",
                            "Harbor and Pine Realty",
                            """
                    You are the office line of the real-estate company named below. Callers want to see a home, sell \
                    one, or reach their agent.
                    - Viewings: ask which property it is, when they would like to see it, check that the time is \
                    free, ask for their name, book it with the property as the service, and repeat day and time.
                    - Buyers without a property in mind: ask for the area, the number of bedrooms and the budget, \
                    one after the other, and leave it all as one message for the team.
                    - Sellers: offer a free valuation visit and take the address in a message.
                    - You give no legal or mortgage advice and no opinion on what a home is worth, and you treat \
                    every caller alike, whoever they are.
                    """,
                            "Harbor and Pine Realty, good to hear from you. How can I help?")
                    .with(calendar(60, 1))
                    .with(
                            Map.of(
                                    MONDAY, open("09:00-18:00"),
                                    TUESDAY, open("09:00-18:00"),
                                    WEDNESDAY, open("09:00-18:00"),
                                    THURSDAY, open("09:00-18:00"),
                                    FRIDAY, open("09:00-18:00"),
                                    SATURDAY, open("10:00-16:00")),
                            Map.of(
                                    "address", "5 Harbor Square",
                                    "parking", "the garage on Pine Street, we validate tickets",
                                    "services", "sales, rentals, valuations and property management",
                                    "areas", "the harbor district, Pine Hill and the old town",
                                    "valuation", "a valuation visit is free and takes about forty minutes"))
                    .hearing("condo", "duplex", "escrow", "open house", "Pine Hill")
                    .build());

    public static final AgentTemplate RESTAURANT = new AgentTemplate(
            "restaurant",
            "Restaurant",
            "For restaurants: takes table bookings, answers questions about menu and hours, and takes messages.",
            settings("Host", "Trattoria Lumen", """
                    You are the host of the restaurant named below. You book tables, answer questions about the menu \
                    and the house, and take messages for the manager.
                    - To book: ask for the day and the time, then for how many people, check that the time is free, \
                    ask for a name, book it with the number of people as the service, and repeat it all.
                    - Parties of more than eight: take a message with name, number, day, time and size; the manager \
                    calls back.
                    - Allergies: say what the facts say, never promise that a dish is safe, and note the allergy \
                    with the booking.
                    """, "Good day, Trattoria Lumen. Would you like to book a table?")
                    .with(calendar(90, 8))
                    .with(
                            Map.of(
                                    WEDNESDAY, open("17:00-22:00"),
                                    THURSDAY, open("17:00-22:00"),
                                    FRIDAY, open("12:00-14:30", "17:00-23:00"),
                                    SATURDAY, open("12:00-14:30", "17:00-23:00"),
                                    SUNDAY, open("12:00-21:00")),
                            Map.of(
                                    "address", "31 Lantern Lane, by the old theatre",
                                    "parking", "valet parking on Friday and Saturday evenings, otherwise on the street",
                                    "menu", "fresh pasta, wood-fired fish and a daily vegetarian dish",
                                    "dietary",
                                            "we have vegetarian, vegan and gluten-free dishes; the kitchen handles nuts",
                                    "children", "children are welcome and there are two high chairs"))
                    .hearing("gnocchi", "branzino", "tiramisu", "gluten-free", "corkage")
                    .build());

    /// All of them, in the order that people see.
    public static final List<AgentTemplate> ALL = List.of(CLINIC, SALON, REAL_ESTATE, RESTAURANT, GENERIC);

    private AgentTemplates() {}

    public static Optional<AgentTemplate> find(String id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private static Draft settings(String name, String business, String prompt, String greeting) {
        return new Draft(name, business, prompt + MANNER, greeting, Map.of(), Map.of(), Map.of(), List.of());
    }

    private static Map<String, Map<String, String>> calendar(int slotMinutes, int atOnce) {
        Map<String, String> slots =
                Map.of(ToolCatalog.SLOT_MINUTES, "" + slotMinutes, ToolCatalog.AT_ONCE, "" + atOnce);
        return Map.of(
                "check_availability", slots, "book_appointment", slots, "take_message", Map.of(), "end_call", Map.of());
    }

    private static List<Opening> open(String... spans) {
        return List.of(spans).stream()
                .map(span -> new Opening(LocalTime.parse(span.substring(0, 5)), LocalTime.parse(span.substring(6))))
                .toList();
    }

    /// A template's own part of the settings; the rest is the same for all.
    private record Draft(
            String name,
            String business,
            String prompt,
            String greeting,
            Map<String, Map<String, String>> tools,
            Map<DayOfWeek, List<Opening>> hours,
            Map<String, String> facts,
            List<String> vocabulary) {
        Draft with(Map<String, Map<String, String>> chosen) {
            return new Draft(name, business, prompt, greeting, chosen, hours, facts, vocabulary);
        }

        Draft with(Map<DayOfWeek, List<Opening>> open, Map<String, String> known) {
            return new Draft(name, business, prompt, greeting, tools, open, known, vocabulary);
        }

        Draft hearing(String... words) {
            return new Draft(name, business, prompt, greeting, tools, hours, facts, List.of(words));
        }

        AgentSettings build() {
            return new AgentSettings(
                    name,
                    business,
                    prompt,
                    greeting,
                    "You are speaking with an automated assistant.",
                    "en-US",
                    "",
                    "",
                    0.3,
                    tools,
                    facts,
                    hours,
                    ZoneId.of("America/New_York"),
                    false,
                    vocabulary,
                    Map.of(),
                    new Limits(Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofMinutes(15)),
                    Optional.empty(),
                    true,
                    EngineWishes.NONE,
                    false);
        }
    }
}
