package io.seenby.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorkingDayTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static List<Scene> day(long seed) {
        return WorkingDay.script(START, new SplittableRandom(seed), 60, 10);
    }

    @Test
    void sameSeedPlaysTheSameDay() {
        assertThat(day(7).stream().map(scene -> scene.report().json()))
                .isEqualTo(day(7).stream().map(scene -> scene.report().json()).toList());
    }

    @Test
    void noTwoEventsShareAnId() {
        Set<Object> ids = new HashSet<>();
        assertThat(day(7)).allMatch(scene -> ids.add(scene.report().json().get("eventId")));
    }

    @Test
    void firstAccidentHappensWithinTheFirstQuarterOfAMinute() {
        assertThat(day(7).stream().filter(scene -> !scene.told().isEmpty()).findFirst())
                .get()
                .extracting(Scene::atSecond)
                .satisfies(second -> assertThat(second).isLessThan(15));
    }

    @Test
    void whoCrossesTheWallIsBehindItAndWhoStillLooksHasLeft() {
        List<String> types = day(7).stream()
                .filter(scene -> scene.atSecond() >= 53)
                .map(scene -> (String) scene.report().json().get("type"))
                .filter(type -> !type.contains("search") && !type.contains("print"))
                .toList();

        assertThat(types).containsSubsequence("seenby.wall-raised.v1", "seenby.record-read.v1");
        assertThat(types)
                .containsSubsequence("seenby.actor-changed.v1", "seenby.actor-left.v1", "seenby.record-read.v1");
    }

    @Test
    void everybodyIsStatedToBeInATeam() {
        assertThat(day(7).stream()
                        .filter(scene -> scene.atSecond() == 0)
                        .map(scene -> scene.report().json())
                        .filter(report -> report.get("type").equals("seenby.actor-changed.v1"))
                        .map(report -> report.get("teams")))
                .hasSize(2 * House.ACTORS)
                .doesNotContainNull();
    }

    @Test
    void vipBelongsToTheFirstTeamAlone() {
        assertThat(House.HOSPITAL.clientsOf(0)).contains(0);
        assertThat(House.HOSPITAL.team(1)).doesNotContainAnyElementsOf(House.HOSPITAL.team(0));
    }
}
