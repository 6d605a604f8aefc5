package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.DayStory;
import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a day comes to is the same however its entries come in, and what is kept of it says so. */
class HabitsTest {

    private final LedgerSigner signer =
            LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
    private final TenantStory tenant = new TenantStory("st-brigid", 0, signer);
    private final DayStory nurse = new DayStory(tenant, "nurse-07");

    private static String[] clients(int many) {
        return IntStream.range(0, many).mapToObj("client-%02d"::formatted).toArray(String[]::new);
    }

    private List<Draft> fiveQuietDaysAndABusyOne() {
        List<Draft> drafts = new ArrayList<>(List.of(tenant.opened()));
        for (int day = 0; day < 5; day++) {
            drafts.add(nurse.opened("client-00"));
            tenant.after(Duration.ofDays(1));
        }
        drafts.add(nurse.opened(clients(20)));
        drafts.add(nurse.exported(99, clients(35)));
        drafts.add(nurse.exported(1, "client-36"));
        for (int i = 0; i < 11; i++) {
            drafts.add(nurse.refused());
            drafts.add(nurse.searched("name-" + i, "client-5" + i));
        }
        drafts.add(nurse.opened("client-53"));
        drafts.add(nurse.searched("street", "client-61", "client-62", "client-63", "client-64", "client-65"));
        return drafts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void aDayComesToTheSameInWhateverBatches(int batch) throws SQLException {
        List<LedgerRecord> records = new ArrayList<>();
        fiveQuietDaysAndABusyOne().forEach(draft -> records.add(draft.at(records.size())));
        try (Views views = Views.fresh()) {
            views.projectAll(Map.of(0, records), batch);

            assertThat(views.ask("""
                            SELECT woke, length(clients) / 4, taken, refused, array_length(unopened, 1), length(exposed) / 4,
                                   told::text, days::text
                              FROM actor_habits
                            """))
                    .containsExactly("f,37,100,11,11,5,{bulk-export,denial-burst,name-probing,unusual-volume},{5}");
            assertThat(views.ask("SELECT department, role, days::text, hours[9:12]::text FROM peer_habits"))
                    .hasSize(1)
                    .allSatisfy(peers -> assertThat(peers).startsWith("ward-1,nurse,{5},"));
            assertThat(views.ask("""
                            SELECT rule, count(*) FROM findings
                             WHERE rule IN ('unusual-volume', 'bulk-export', 'denial-burst', 'name-probing', 'search-exposure')
                             GROUP BY rule ORDER BY rule
                            """))
                    .containsExactly("bulk-export,1", "name-probing,1", "search-exposure,5", "unusual-volume,35");
        }
    }
}
