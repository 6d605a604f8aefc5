package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Walks all pages of a question, each of another size. */
public final class Pages {

    private Pages() {}

    /** @param path ends in {@code ?} or {@code &}
     * @return the ids of what was listed under {@code name}, page after page */
    public static List<String> walk(ViewsStory story, String path, String name, Random random) {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            int limit = 1 + random.nextInt(60);
            JsonPath answer = Ask.auditor(story)
                    .get(path + "limit=" + limit + (next.isEmpty() ? "" : "&after=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(answer.getLong("position")).isEqualTo(story.position());
            List<String> ids = answer.getList(name + (name.equals("alerts") ? ".alertId" : ".id"));
            assertThat(ids).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(ids);
            next = answer.getString("next");
            if (next != null) {
                assertThat(ids).isNotEmpty();
            }
        }
        return seen;
    }
}
