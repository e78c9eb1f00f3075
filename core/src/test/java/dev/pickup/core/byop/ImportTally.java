package dev.pickup.core.byop;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.number.PhoneNumber;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What befell imports over many schedules. One thread.
///
/// @param http    of all of them, so that connections are used again
/// @param truths  where each customer's number points, read once: every schedule puts it back
record ImportTally(
        HttpClient http,
        Map<PhoneNumber, NumberRouting> truths,
        Map<String, Integer> deaths,
        Map<String, Integer> misfortunes,
        Map<String, Integer> endings) {
    ImportTally(HttpClient http) {
        this(http, new HashMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void death(String where) {
        deaths.merge(where, 1, Integer::sum);
    }

    int allDeaths() {
        return deaths.values().stream().mapToInt(Integer::intValue).sum();
    }

    void misfortune(String what) {
        misfortunes.merge(what, 1, Integer::sum);
    }

    void told(Imported told) {
        String kind = told.getClass().getSimpleName();
        endings.merge(
                told instanceof Imported.Known(ByopImport state) ? kind + " " + state.stage() : kind, 1, Integer::sum);
    }

    void told(RolledBack told) {
        endings.merge(told.getClass().getSimpleName(), 1, Integer::sum);
    }

    void settled(Stage stage) {
        endings.merge("settled " + stage, 1, Integer::sum);
    }
}
