package dev.pickup.media.turn;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// [Phrases] in other languages than English, polite, without a gender of either side's.
final class Wordings {
    private static final Map<String, String> SPANISH = Map.ofEntries(
            Map.entry(Phrases.STILL_THERE, "¿Sigue ahí?"),
            Map.entry(
                    Phrases.SILENT_GOODBYE,
                    "No le oigo, así que voy a colgar. Por favor, vuelva a llamar. Hasta luego."),
            Map.entry(Phrases.WARNING, "Le aviso de que nos quedan unos treinta segundos de llamada."),
            Map.entry(Phrases.TIME_IS_UP, "Se nos ha acabado el tiempo. Gracias por llamar. Hasta luego."),
            Map.entry(Phrases.MOMENT, "Un momento, por favor."),
            Map.entry(Phrases.CHECKING, "Un momento, lo compruebo."),
            Map.entry(Phrases.NOT_UNDERSTOOD, "Perdone, no le he entendido. ¿Puede repetirlo?"),
            Map.entry(Phrases.CUT_OFF, "Perdone, se ha cortado un segundo."),
            Map.entry(Phrases.GO_ON, "Continúe, por favor."),
            Map.entry(Phrases.CUT_OFF_GO_ON, "Perdone, se ha cortado un segundo. Continúe, por favor."),
            Map.entry(Phrases.GOODBYE, "Gracias por llamar. Hasta luego."),
            Map.entry(Phrases.CONNECTING, "Un momento, le paso con una persona."),
            Map.entry(Phrases.APOLOGY_TRANSFER, "Lo siento, algo no funciona por mi parte. Le paso con una persona."),
            Map.entry(
                    Phrases.APOLOGY_GOODBYE,
                    "Lo siento, algo no funciona por mi parte. Vuelva a llamarnos dentro de unos minutos. Hasta luego."));

    private static final Map<String, String> FRENCH = Map.ofEntries(
            Map.entry(Phrases.STILL_THERE, "Vous êtes toujours là ?"),
            Map.entry(
                    Phrases.SILENT_GOODBYE,
                    "Je ne vous entends pas, je vais donc raccrocher. Rappelez-nous, s'il vous plaît. Au revoir."),
            Map.entry(Phrases.WARNING, "Je vous signale qu'il nous reste une trentaine de secondes."),
            Map.entry(Phrases.TIME_IS_UP, "Notre temps est écoulé. Merci de votre appel. Au revoir."),
            Map.entry(Phrases.MOMENT, "Un instant, s'il vous plaît."),
            Map.entry(Phrases.CHECKING, "Un instant, je vérifie."),
            Map.entry(Phrases.NOT_UNDERSTOOD, "Pardon, je n'ai pas compris. Pouvez-vous répéter ?"),
            Map.entry(Phrases.CUT_OFF, "Pardon, la ligne a coupé une seconde."),
            Map.entry(Phrases.GO_ON, "Continuez, je vous en prie."),
            Map.entry(Phrases.CUT_OFF_GO_ON, "Pardon, la ligne a coupé une seconde. Continuez, je vous en prie."),
            Map.entry(Phrases.GOODBYE, "Merci de votre appel. Au revoir."),
            Map.entry(Phrases.CONNECTING, "Un instant, je vous passe quelqu'un."),
            Map.entry(Phrases.APOLOGY_TRANSFER, "Excusez-moi, j'ai un problème technique. Je vous passe quelqu'un."),
            Map.entry(
                    Phrases.APOLOGY_GOODBYE,
                    "Excusez-moi, j'ai un problème technique. Rappelez-nous dans quelques minutes. Au revoir."));

    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry(Phrases.STILL_THERE, "Sind Sie noch da?"),
            Map.entry(
                    Phrases.SILENT_GOODBYE,
                    "Ich kann Sie nicht hören und lege jetzt auf. Bitte rufen Sie noch einmal an. Auf Wiederhören."),
            Map.entry(Phrases.WARNING, "Nur als Hinweis: Wir haben noch etwa dreißig Sekunden."),
            Map.entry(Phrases.TIME_IS_UP, "Unsere Zeit ist leider um. Danke für Ihren Anruf. Auf Wiederhören."),
            Map.entry(Phrases.MOMENT, "Einen Moment, bitte."),
            Map.entry(Phrases.CHECKING, "Einen Moment, ich sehe nach."),
            Map.entry(Phrases.NOT_UNDERSTOOD, "Das habe ich leider nicht verstanden. Können Sie es noch einmal sagen?"),
            Map.entry(Phrases.CUT_OFF, "Entschuldigung, die Verbindung war kurz weg."),
            Map.entry(Phrases.GO_ON, "Bitte sprechen Sie weiter."),
            Map.entry(Phrases.CUT_OFF_GO_ON, "Entschuldigung, die Verbindung war kurz weg. Bitte sprechen Sie weiter."),
            Map.entry(Phrases.GOODBYE, "Danke für Ihren Anruf. Auf Wiederhören."),
            Map.entry(Phrases.CONNECTING, "Einen Moment, ich verbinde Sie mit einem Menschen."),
            Map.entry(
                    Phrases.APOLOGY_TRANSFER,
                    "Es tut mir leid, bei mir funktioniert etwas nicht. Ich verbinde Sie mit einem Menschen."),
            Map.entry(
                    Phrases.APOLOGY_GOODBYE,
                    "Es tut mir leid, bei mir funktioniert etwas nicht. Bitte rufen Sie in ein paar Minuten noch einmal"
                            + " an. Auf Wiederhören."));

    private static final Map<String, String> ITALIAN = Map.ofEntries(
            Map.entry(Phrases.STILL_THERE, "È ancora in linea?"),
            Map.entry(
                    Phrases.SILENT_GOODBYE, "Non La sento, quindi ora riaggancio. Richiami, per favore. Arrivederci."),
            Map.entry(Phrases.WARNING, "La avviso che ci restano circa trenta secondi."),
            Map.entry(Phrases.TIME_IS_UP, "Il nostro tempo è finito. Grazie per aver chiamato. Arrivederci."),
            Map.entry(Phrases.MOMENT, "Un momento, per favore."),
            Map.entry(Phrases.CHECKING, "Un momento, controllo."),
            Map.entry(Phrases.NOT_UNDERSTOOD, "Mi scusi, non ho capito. Può ripetere?"),
            Map.entry(Phrases.CUT_OFF, "Mi scusi, la linea è caduta per un attimo."),
            Map.entry(Phrases.GO_ON, "Continui pure."),
            Map.entry(Phrases.CUT_OFF_GO_ON, "Mi scusi, la linea è caduta per un attimo. Continui pure."),
            Map.entry(Phrases.GOODBYE, "Grazie per aver chiamato. Arrivederci."),
            Map.entry(Phrases.CONNECTING, "Un momento, La metto in contatto con una persona."),
            Map.entry(
                    Phrases.APOLOGY_TRANSFER,
                    "Mi dispiace, ho un problema tecnico. La metto in contatto con una persona."),
            Map.entry(
                    Phrases.APOLOGY_GOODBYE,
                    "Mi dispiace, ho un problema tecnico. Ci richiami tra qualche minuto. Arrivederci."));

    /// English is what phrases are named by.
    private static final Map<String, Map<String, String>> BY_LANGUAGE =
            Map.of("en", Map.of(), "es", SPANISH, "fr", FRENCH, "de", GERMAN, "it", ITALIAN);

    private Wordings() {}

    /// By the English phrase; empty for a language that nobody wrote them in.
    static Optional<Map<String, String>> of(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language.split("-", 2)[0].toLowerCase(Locale.ROOT)));
    }
}
