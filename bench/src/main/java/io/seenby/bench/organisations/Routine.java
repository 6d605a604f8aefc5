package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The ordinary work: people on duty with clients whom they are tied to, some of them more often than others. */
final class Routine {
    private final House house;
    private final Reports reports;
    private final Casting casting;
    private final SplittableRandom random;
    private final int[][] onDuty;

    Routine(House house, Reports reports, Casting casting, SplittableRandom random) {
        this.house = house;
        this.reports = reports;
        this.casting = casting;
        this.random = random;
        this.onDuty = IntStream.range(0, 24).mapToObj(house::onDuty).toArray(int[][]::new);
    }

    /** What happens at that moment; somebody is on duty then. */
    ObjectNode at(Instant at) {
        int[] there = onDuty[(int) (at.getEpochSecond() / 3_600 % 24)];
        while (true) {
            int actor = there[random.nextInt(there.length)];
            if (!casting.gone(actor, at)) {
                return by(actor, clientOf(actor), at);
            }
        }
    }

    private int clientOf(int actor) {
        while (true) {
            double u = random.nextDouble();
            int client = House.client(House.teamOf(actor), (int) (House.CLIENTS * u * Math.sqrt(u)));
            if (house.mayLook(actor, client) && !casting.mustKeepAway(actor, client)) {
                return client;
            }
        }
    }

    private ObjectNode by(int actor, int client, Instant at) {
        int kind = random.nextInt(100);
        int record = random.nextInt(8);
        if (kind < 68) {
            return reports.read(at, actor, client, record);
        } else if (kind < 75) {
            return reports.readSensitive(at, actor, client);
        } else if (kind < 85) {
            return reports.search(at, actor, client, 1 + random.nextInt(4));
        } else if (kind < 92) {
            return reports.print(at, actor, client, record);
        } else if (kind < 95) {
            return reports.export(at, actor, client, record);
        } else if (kind < 97) {
            return reports.denied(at, actor, client, record);
        }
        return Facts.hasConsented(client) && record < 4
                ? reports.discloseByConsent(at, actor, client, Facts.standingConsent(client))
                : reports.disclose(at, actor, client);
    }
}
