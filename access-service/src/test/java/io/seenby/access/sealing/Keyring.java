package io.seenby.access.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.seenby.events.SealedBox;
import io.seenby.events.TenantId;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of one tenant and its clients in memory, as the tables would hold them. */
final class Keyring {

    final TenantKeys tenant;
    final Map<String, DataKey> clients = new HashMap<>();

    Keyring(String tenant) throws GeneralSecurityException {
        AeadConfig.register();
        Aead kek = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        KeyWrap wrap = new KeyWrap(kek);
        TenantId id = new TenantId(tenant);
        this.tenant = TenantKeys.Wrapped.fresh(id, wrap).unwrap(id, wrap);
    }

    ClientKeys.Held held(Collection<String> refs) {
        refs.forEach(ref -> clients.computeIfAbsent(ref, first -> DataKey.fresh()));
        return new ClientKeys.Held(clients);
    }

    Opener.Opened open(Identity identity, List<SealedBox> boxes) {
        Map<String, DataKey> byBox = new HashMap<>();
        clients.forEach((ref, key) -> byBox.put(ref + "/" + key.id(), key));
        return Opener.open(tenant, byBox, new Opener.Boxed(identity, new ArrayList<>(boxes)));
    }
}
