package io.seenby.audit.kafka;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.local.LocalStack;
import io.seenby.local.ServiceProcess;
import org.junit.jupiter.api.Test;

class ProjectorProcessTest {

    @Test
    void runs() throws Exception {
        LocalStack stack = LocalStack.shared();
        LedgerSigner signer = LedgerSigner.ofKeyset(stack.keysets().ledgerMac());
        Topic.existing("access-ledger").append(BusyLedger.of(7, 3_000, signer));
        ServiceProcess projector = stack.service(ServiceProcess.Service.AUDIT);
        projector.start();
        Thread.sleep(5000);
        System.out.println(java.nio.file.Files.readString(projector.log()));
        System.out.println(java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(projector.url() + "/q/metrics"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(l -> l.startsWith("seenby"))
                .toList());
        System.out.println(java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(projector.url() + "/q/health"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .body());
        projector.stop();
    }
}
