package dev.pickup.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
    private static final BenchResult RESULT = new BenchResult(
            100,
            60,
            2,
            500,
            new Percentiles(480, 790, 900),
            Map.of("Could you tell me how much a first visit costs?", new Percentiles(470, 760, 880)),
            new Percentiles(2, 6, 9),
            Map.of("endpoint", 400.0),
            30,
            90,
            new Percentiles(150, 190, 199),
            0,
            1,
            Map.of("Could you tell me how much a first visit costs?", 1),
            300_000,
            2,
            0,
            0.8,
            1_048_576,
            2_097_152,
            30,
            45,
            40,
            48,
            0,
            "telnyx",
            "aws",
            "hedging",
            "published",
            Map.of("polly-streams", 7L));

    @Test
    void percentilesAreValuesThatOccurred() {
        List<Double> values =
                DoubleStream.iterate(1, x -> x + 1).limit(200).boxed().toList();

        assertThat(Percentiles.of(values)).isEqualTo(new Percentiles(100, 190, 198));
        assertThat(Percentiles.of(List.of(7.04))).isEqualTo(new Percentiles(7, 7, 7));
        assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(0, 0, 0));
    }

    @Test
    void theJsonHasTheAgreedNames() throws Exception {
        JsonNode json = new ObjectMapper().readTree(RESULT.toJson());

        assertThat(json.at("/responseMs/p95").asDouble()).isEqualTo(790);
        assertThat(json.at("/ownMs/p99").asDouble()).isEqualTo(9);
        assertThat(json.at("/bargeInMs/p50").asDouble()).isEqualTo(150);
        assertThat(json.fieldNames())
                .toIterable()
                .contains(
                        "calls",
                        "seconds",
                        "cores",
                        "lateFrames",
                        "framesSent",
                        "cpuPerCallPercent",
                        "heapPerCallBytes",
                        "rssPerCallBytes",
                        "failedCalls");
    }

    @Test
    void theTableSaysWhatLimitsTheNumberOfCalls() {
        assertThat(ResultTable.of(RESULT))
                .contains(
                        "100 telnyx calls at once for 60 s on 2 cores, aws engines",
                        "without hedging",
                        "480.0",
                        "790.0",
                        "endpoint 400")
                .contains("  Could you tell me how much a f …     470.0     760.0     880.0  1 cut off")
                .contains("0.80 % of a core (so at most 125 calls a core")
                .contains("simulated services 45 %", "40, at most 48", "polly-streams=7")
                .contains("2 of 300000", "2.00 MiB");
    }

    @Test
    void theDrawingIsXmlWithALineForEachDistribution() throws Exception {
        String svg = Plot.svg(
                "5 < 6 & more",
                List.of(new Plot.Curve("a", List.of(3.0, 900.0, 40.0)), new Plot.Curve("b", List.of())));

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("5 < 6 & more");
    }
}
