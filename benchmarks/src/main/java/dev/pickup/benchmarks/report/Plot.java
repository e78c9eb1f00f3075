package dev.pickup.benchmarks.report;

import java.util.List;
import java.util.Locale;

/// Draws distributions as an SVG: for each time, which share of the values was no longer.
public final class Plot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 50;
    private static final List<String> COLOURS = List.of("#1f6feb", "#bc4c00", "#1a7f37");

    private Plot() {}

    /// One line of the drawing.
    public record Curve(String name, List<Double> valuesMs) {
        public Curve {
            valuesMs = valuesMs.stream().sorted().toList();
        }
    }

    public static String svg(String title, List<Curve> curves) {
        double most = curves.stream()
                .flatMap(curve -> curve.valuesMs().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double until = Math.max(200, 100 * Math.ceil(most / 100));
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        text(svg, LEFT, 22, "start", "font-size=\"15\"", title);
        axes(svg, until);
        for (int i = 0; i < curves.size(); i++) {
            curve(svg, curves.get(i), i, until);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg, double until) {
        double step = until > 2_000 ? 500 : until > 1_000 ? 200 : 100;
        for (double ms = 0; ms <= until; ms += step) {
            line(svg, x(ms, until), y(0), x(ms, until), y(1));
            text(svg, x(ms, until), HEIGHT - BOTTOM + 18, "middle", "", String.format(Locale.ROOT, "%.0f ms", ms));
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            line(svg, LEFT, y(percent / 100.0), WIDTH - RIGHT, y(percent / 100.0));
            text(svg, LEFT - 8, y(percent / 100.0) + 4, "end", "", percent + " %");
        }
    }

    private static void curve(StringBuilder svg, Curve curve, int number, double until) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder points = new StringBuilder();
        int count = curve.valuesMs().size();
        for (int i = 0; i < count; i++) {
            double at = x(curve.valuesMs().get(i), until);
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", at, y((double) i / count), at, y((i + 1.0) / count)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n",
                colour,
                points.toString().strip()));
        text(
                svg,
                WIDTH - RIGHT - 8,
                y(0.5) + 18 * number,
                "end",
                "fill=\"" + colour + "\"",
                curve.name() + ", " + count);
    }

    private static double x(double ms, double until) {
        return LEFT + (WIDTH - LEFT - RIGHT) * ms / until;
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#d0d7de\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String style, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
                x,
                y,
                anchor,
                style,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
