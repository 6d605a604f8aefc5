package io.seenby.audit.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import net.jpountz.util.Native;
import org.jboss.logging.Logger;

/**
 * Has records decompressed by the native LZ4. The library looks for it by itself only under the JVM's own class loader,
 * which is not where an application of Quarkus lives.
 */
@ApplicationScoped
class NativeLz4 {

    private static final Logger LOG = Logger.getLogger(NativeLz4.class);

    void load(@Observes StartupEvent started) {
        try {
            Native.load();
        } catch (LinkageError notHere) {
            LOG.info("No native LZ4 on this machine; the one in Java serves as well, at half the speed.");
        }
    }
}
