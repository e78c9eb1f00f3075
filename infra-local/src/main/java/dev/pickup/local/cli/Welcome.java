package dev.pickup.local.cli;

import dev.pickup.local.live.Style;
import java.util.List;

/// What a person who has just started the product can do next.
final class Welcome {
    private Welcome() {}

    static List<String> lines(Product product, Style style) {
        String url = product.baseUrl().toString();
        return List.of(
                "",
                style.strong("Pickup is up.") + " Ctrl-C stops it; its data stays in " + product.dataFolder() + ".",
                "",
                "  Dashboard   " + url,
                "  API         " + url + "/api/calls",
                "  Demo line   " + Demo.NUMBER,
                "",
                "In another terminal:",
                "  ./pickup call --say \"What are your opening hours?\" --say \"Can I come on Tuesday at three?\"",
                "  curl -H \"Authorization: Bearer $(./pickup token)\" " + url + "/api/calls",
                "");
    }
}
