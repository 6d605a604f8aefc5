package io.seenby.local.publish;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.seenby.local.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Events by Kafka: each line sealed to access-service and sent to the publisher's own topic. */
final class KafkaDoor {
    private final String broker;
    private final String reports;
    private final String rejected;
    private final HybridEncrypt seal;

    /** @param broker {@code host:port} */
    KafkaDoor(HttpClient http, String accessUrl, String broker, String tenant, String publisher) {
        this.broker = broker;
        this.reports = "intake." + tenant + "." + publisher;
        this.rejected = "rejected." + tenant + "." + publisher;
        this.seal = keyOf(http, accessUrl);
    }

    private static HybridEncrypt keyOf(HttpClient http, String accessUrl) {
        try {
            HybridConfig.register();
            var request = HttpRequest.newBuilder(URI.create(accessUrl + "/v1/intake/key"))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(answer.body())
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (IOException | GeneralSecurityException none) {
            throw CommandFailed.because("access-service tells no key to seal to: " + none.getMessage() + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailed.because("Asking for the key was interrupted.");
        }
    }

    /** Sends every line; what to tell when all brokers have them. */
    String sendAll(BufferedReader lines) throws IOException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            createTopics();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (var line = Optional.ofNullable(lines.readLine());
                    line.isPresent();
                    line = Optional.ofNullable(lines.readLine())) {
                if (!line.get().isBlank()) {
                    sent.add(producer.send(new ProducerRecord<>(reports, sealed(line.get()))));
                }
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            return "%d sent to %s; what is refused is told on %s".formatted(sent.size(), reports, rejected);
        } catch (ExecutionException failed) {
            throw CommandFailed.because("Kafka takes nothing: " + failed.getCause() + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailed.because("Sending was interrupted.");
        }
    }

    /** Elsewhere an operator does that; here nobody else could. */
    private void createTopics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            for (String name : List.of(reports, rejected)) {
                try {
                    admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw failed;
                    }
                }
            }
        }
    }

    private byte[] sealed(String line) {
        try {
            return seal.encrypt(line.getBytes(StandardCharsets.UTF_8), reports.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot seal", impossible);
        }
    }
}
