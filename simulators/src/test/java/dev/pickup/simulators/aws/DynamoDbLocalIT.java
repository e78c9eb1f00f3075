package dev.pickup.simulators.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalIT {
    @TempDir
    Path folder;

    @Test
    void tablesSurviveARestart() throws Exception {
        try (DynamoDbLocal database = DynamoDbLocal.onDisk(folder)) {
            createLetters(database);
        }
        try (DynamoDbLocal database = DynamoDbLocal.onDisk(folder)) {
            assertThat(request(database, "ListTables", "{}")).contains("\"letters\"");
        }
    }

    @Test
    void anInMemoryDatabaseStartsEmpty() throws Exception {
        try (DynamoDbLocal database = DynamoDbLocal.inMemory()) {
            assertThat(request(database, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
        }
    }

    @Test
    void databasesOfOneJvmAreApartAndEndApart() throws Exception {
        try (DynamoDbLocal staying = DynamoDbLocal.onDisk(folder)) {
            createLetters(staying);
            try (DynamoDbLocal onDisk = DynamoDbLocal.onDisk(folder.resolve("another"));
                    DynamoDbLocal inMemory = DynamoDbLocal.inMemory()) {
                assertThat(request(onDisk, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
                assertThat(request(inMemory, "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
            }
            assertThat(request(staying, "ListTables", "{}")).contains("\"letters\"");
        }
    }

    @Test
    void startingSaysNothingOnStandardOutput() {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (DynamoDbLocal database = DynamoDbLocal.inMemory()) {
            System.out.print(database.endpoint().getScheme());
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("http");
    }

    private static void createLetters(DynamoDbLocal database) throws Exception {
        assertThat(request(database, "CreateTable", """
                {"TableName":"letters","BillingMode":"PAY_PER_REQUEST",
                 "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}""")).contains("ACTIVE");
    }

    private static String request(DynamoDbLocal database, String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(database.endpoint())
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
