package dev.pickup.simulators.telnyx.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the carrier sells, read from `offers.csv` and `areas.csv` beside this class. Immutable.
record Catalogue(List<Offer> offers, List<Series> series) {
    static Catalogue load() {
        List<Offer> offers = lines("offers.csv").stream().map(Catalogue::offer).toList();
        List<Series> series =
                lines("areas.csv").stream().map(line -> series(line, offers)).toList();
        return new Catalogue(offers, series);
    }

    /// The series that a number belongs to.
    Optional<Series> of(String phoneNumber) {
        return series.stream()
                .filter(s -> phoneNumber.startsWith(s.prefix())
                        && phoneNumber.length() == s.prefix().length() + s.digits())
                .findFirst();
    }

    private static Offer offer(String[] cells) {
        boolean sold = !cells[3].isEmpty();
        return new Offer(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                new BigDecimal(sold ? cells[4] : "0"),
                new BigDecimal(sold ? cells[5] : "0"),
                list(cells[6]),
                list(cells[7]));
    }

    private static Series series(String[] cells, List<Offer> offers) {
        Offer offer = offers.stream()
                .filter(o -> o.country().equals(cells[0]) && o.type().equals(cells[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No offer for " + cells[0] + " " + cells[1]));
        return new Series(offer, cells[2], cells[3], Integer.parseInt(cells[4]), cells[5], cells[6]);
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static List<String[]> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
